import { createHmac } from 'node:crypto'
import type { ImageMediaType } from '../../contract/image.ts'
import { imageKey, thumbnailKey, type ImageStore, type JobRecord, type KeptImage } from '../storage/storage.ts'
import type { JobDeps } from './job-deps.ts'

/** What is made of pictures for those who are shown them by a link; apart from the requests, since it takes a core. */
export type SharePictures = {
  card(thumbnails: readonly Uint8Array[]): Promise<Uint8Array>
  plain(image: Uint8Array): Promise<Uint8Array>
}

export const cardSize = { width: 1200, height: 630 }

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
