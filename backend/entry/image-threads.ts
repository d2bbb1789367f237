import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import * as z from 'zod/mini'
import { ImageMediaType } from '../../contract/image.ts'
import type { InspectedImage } from '../jobs/inspect-image.ts'
import type { SharePictures } from '../jobs/share-pictures.ts'
import { boundedLanes } from '../jobs/lanes.ts'
import { ProviderError } from '../providers/provider.ts'
import type { Inspection, paint } from './image-worker.ts'

export type ImageThreads = SharePictures & {
  inspect(bytes: Uint8Array): Promise<InspectedImage>
  paint(request: Parameters<typeof paint>[0] & { signal: AbortSignal }): Promise<Uint8Array>
  close(): Promise<void>
}

/** Pictures are not in it. */
const youngMb = 8

// A picture of 40 megapixels takes 130 MB to decode, as AVIF 740: on many cores that would be too many at once.
const decodedAtOnce = 2

/** Threads for image work: all cores but one. They start at once, since the first picture should not wait for them. */
export function imageThreads(threads = Math.max(1, availableParallelism() - 1)): ImageThreads {
  const pool = new Tinypool({
    filename: new URL('image-worker.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  })
  const decoding = boundedLanes(decodedAtOnce)
  const decode = async (bytes: Uint8Array, name: 'inspect' | 'plain'): Promise<unknown> => {
    const leave = await decoding.enter('decoding', 'anybody', never)
    try {
      return await pool.run(bytes, { name })
    } finally {
      leave()
    }
  }
  return {
    async inspect(bytes) {
      const inspection: Inspection = Answer.parse(await decode(bytes, 'inspect'))
      if ('image' in inspection) return inspection.image
      throw new ProviderError('invalid_image', inspection.invalid, { didNoWork: false })
    },
    async paint({ signal, ...request }) {
      return Bytes.parse(await pool.run(request, { name: 'paint', signal }))
    },
    async card(thumbnails) {
      return Bytes.parse(await pool.run(thumbnails, { name: 'card' }))
    },
    async plain(image) {
      return Bytes.parse(await decode(image, 'plain'))
    },
    close: () => pool.destroy(),
  }
}

const never = new AbortController().signal

const Bytes = z.instanceof(Uint8Array)
const Answer = z.union([
  z.object({
    image: z.object({
      width: z.number(),
      height: z.number(),
      mediaType: ImageMediaType,
      thumbnail: Bytes,
      thumbhash: z.string(),
    }),
  }),
  z.object({ invalid: z.string() }),
])
