import { Hono } from 'hono'
import { RefusalError } from '../../contract/refusal.ts'
import { ShareId } from '../../contract/share.ts'
import { picturesOf, sharedPictures } from '../jobs/share-pictures.ts'
import type { ShareRecord } from '../storage/shares.ts'
import { imageKey, thumbnailKey, type JobRecord } from '../storage/storage.ts'
import type { ApiContext, ApiEnv, AppDeps } from './app-deps.ts'
import { originOf } from './origin-of.ts'
import { sendPicture } from './send-picture.ts'
import { nothingShared, sharedPage } from './shared-page.ts'
import { sharedStyle } from './shared-style.ts'
import { sharedFile, toSharedView } from './shared-view.ts'

type Found = { share: ShareRecord; job: JobRecord }

/** What links lead to: a page and its pictures, for everybody, without the job's id and without the page's program. */
export const shared = ({ jobDeps, shares, sharePictures, visitors }: AppDeps) => {
  const { images, jobs, now } = jobDeps
  const made = sharedPictures(jobDeps, sharePictures)

  const find = async (c: ApiContext): Promise<Found | undefined> => {
    const id = ShareId.safeParse(c.req.param('shareId'))
    const share = id.success ? await shares.find(id.data, { now: now() }) : undefined
    const job = share && (await jobs.find(share.jobId))
    return job && { share, job }
  }

  const read = ({ share, job }: Found, file: string) => {
    if (file === 'card.jpg') return made.card(job)
    const image = picturesOf(job).find((picture) => file.startsWith(picture.imageId))
    if (image === undefined) return undefined
    if (file === sharedFile(image, share).thumbnail) return images.open(thumbnailKey(job.jobId, image))
    if (file !== sharedFile(image, share).picture) return undefined
    return share.promptHidden ? made.plain(job.jobId, image) : images.open(imageKey(job.jobId, image))
  }

  return new Hono<ApiEnv>()
    .get('/s/style.css', (c) =>
      c.body(sharedStyle, 200, { 'Cache-Control': 'no-cache', 'Content-Type': 'text/css; charset=utf-8' }),
    )
    .get('/s/:shareId', async (c) => {
      const found = await find(c)
      if (found === undefined) return c.html(nothingShared(), 404, unlisted)
      return c.html(sharedPage(toSharedView(found, originOf(c, visitors))), 200, unlisted)
    })
    .get('/s/:shareId/:file', async (c) => {
      const found = await find(c)
      const file = c.req.param('file')
      const image = found && (await read(found, file))
      if (image === undefined) throw new RefusalError('not_found', 'This link leads to no picture, or has ended.')
      return sendPicture(c, image, {
        'Cache-Control': 'private, max-age=3600',
        'X-Robots-Tag': 'noindex',
        // Another card is made under that name when a picture is painted anew.
        ...(file !== 'card.jpg' && { etag: `"${file}"` }),
      })
    })
}

const unlisted = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }
