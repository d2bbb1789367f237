import { createHmac } from 'node:crypto'
import sharp from 'sharp'
import type { ImageMediaType } from '../../contract/image.ts'
import { imageKey, thumbnailKey, type ImageStore, type JobRecord, type KeptImage } from '../storage/storage.ts'
import { maxImagePixels } from './inspect-image.ts'
import type { JobDeps } from './job-deps.ts'
import { readPng } from './png-chunks.ts'

/** What is made of pictures for those who are shown them by a link; apart from the requests, since it takes a core. */
export type SharePictures = {
  card(thumbnails: readonly Uint8Array[]): Promise<Uint8Array>
  plain(image: Uint8Array): Promise<Uint8Array>
}

export const cardSize = { width: 1200, height: 630 }

/** Of one to four pictures, a JPEG of the size in which messengers show previews. */
export async function composeCard(thumbnails: readonly Uint8Array[]): Promise<Uint8Array> {
  const shown = thumbnails.slice(0, 4)
  const columns = shown.length === 4 ? 2 : Math.max(1, shown.length)
  const rows = shown.length === 4 ? 2 : 1
  const width = (cardSize.width - gap * (columns - 1)) / columns
  const height = (cardSize.height - gap * (rows - 1)) / rows
  const tiles = await Promise.all(
    shown.map(async (thumbnail, place) => ({
      input: await sharp(thumbnail).resize(Math.floor(width), Math.floor(height), { fit: 'cover' }).toBuffer(),
      left: Math.round((place % columns) * (width + gap)),
      top: Math.round(Math.floor(place / columns) * (height + gap)),
    })),
  )
  return sharp({ create: { ...cardSize, channels: 3, background: '#141216' } })
    .composite(tiles)
    .jpeg({ quality: 82 })
    .toBuffer()
}

const gap = 6

/** The picture alone, as WebP of at most 2,048 pixels: providers write the prompt into the files that they send. */
export const plainImage = (image: Uint8Array): Promise<Uint8Array> =>
  sharp(readPng(image).decodable, { limitInputPixels: maxImagePixels })
    .autoOrient()
    .resize({ width: 2048, height: 2048, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 88, effort: 2 })
    .toBuffer()

/** The pictures of a job as they are now, in the order of its models. */
export const picturesOf = ({ tasks }: Pick<JobRecord, 'tasks'>): KeptImage[] =>
  tasks.flatMap(({ progress }) => (progress.status === 'completed' ? progress.images : []))

type Picture = Awaited<ReturnType<ImageStore['open']>>

export type SharedPictures = {
  /** Of the first four pictures of a job; undefined when none of them is there. */
  card(job: JobRecord): Promise<Picture>
  /** A picture without what its file says besides. */
  plain(jobId: string, image: KeptImage): Promise<Picture>
}

/** Made when they are first asked for, and kept with the job's images. */
export function sharedPictures(
  { images, jobs }: Pick<JobDeps, 'images' | 'jobs'>,
  make: SharePictures,
): SharedPictures {
  let made: Promise<unknown> = Promise.resolve()

  async function keptOrMade(
    { jobId, key, mediaType }: { jobId: string; key: string; mediaType: ImageMediaType },
    parts: () => Promise<Uint8Array | undefined>,
  ): Promise<Picture> {
    const kept = await images.open(key)
    if (kept !== undefined) return kept
    // One at a time, so that many who ask at once hold no originals in memory; all but the first find it made.
    const making = made.then(async (): Promise<Picture> => {
      const meanwhile = await images.open(key)
      if (meanwhile !== undefined) return meanwhile
      const bytes = await parts()
      if (bytes === undefined) return undefined
      // Where it cannot be kept, it is shown all the same.
      await images.put(key, bytes, mediaType).catch(() => undefined)
      // Deleted while it was made: then its other images are gone already.
      if ((await jobs.find(jobId)) === undefined) {
        await images.removeAll(jobId)
        return undefined
      }
      return { body: Uint8Array.from(bytes), byteLength: bytes.byteLength, mediaType }
    })
    made = making.catch(() => undefined)
    return making
  }

  return {
    async card(job) {
      const shown = picturesOf(job).slice(0, 4)
      const of = JSON.stringify(['card', ...shown.map(({ imageId }) => imageId)])
      const name = createHmac('sha256', job.secret).update(of).digest().subarray(0, 16).toString('base64url')
      const { jobId } = job
      return keptOrMade({ jobId, key: `images/${jobId}/${name}-card.jpg`, mediaType: 'image/jpeg' }, async () => {
        const thumbnails = await Promise.all(shown.map((image) => images.read(thumbnailKey(jobId, image))))
        const found = thumbnails.flatMap((thumbnail) => (thumbnail ? [thumbnail.bytes] : []))
        return found.length === 0 ? undefined : make.card(found)
      })
    },
    async plain(jobId, image) {
      const key = `images/${jobId}/${image.imageId}-plain.webp`
      return keptOrMade({ jobId, key, mediaType: 'image/webp' }, async () => {
        const original = await images.read(imageKey(jobId, image))
        return original && make.plain(original.bytes)
      })
    },
  }
}
