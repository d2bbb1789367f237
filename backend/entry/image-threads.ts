import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import * as z from 'zod/mini'
import { ImageMediaType } from '../../contract/image.ts'
import type { InspectedImage } from '../jobs/inspect-image.ts'
import { ProviderError } from '../providers/provider.ts'
import type { Inspection, paint } from './image-worker.ts'

export type ImageThreads = {
  inspect(bytes: Uint8Array): Promise<InspectedImage>
  paint(request: Parameters<typeof paint>[0] & { signal: AbortSignal }): Promise<Uint8Array>
  close(): Promise<void>
}

/** Threads for image work: all cores but one. They start at once, since the first picture should not wait for them. */
export function imageThreads(): ImageThreads {
  const threads = Math.max(1, availableParallelism() - 1)
  const pool = new Tinypool({
    filename: new URL('image-worker.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  })
  return {
    async inspect(bytes) {
      const inspection: Inspection = Answer.parse(await pool.run(bytes, { name: 'inspect' }))
      if ('image' in inspection) return inspection.image
      throw new ProviderError('invalid_image', inspection.invalid, { didNoWork: false })
    },
    async paint({ signal, ...request }) {
      return Bytes.parse(await pool.run(request, { name: 'paint', signal }))
    },
    close: () => pool.destroy(),
  }
}

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
