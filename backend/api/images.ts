import { Hono } from 'hono'
import { RefusalError } from '../../contract/refusal.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { sendPicture } from './send-picture.ts'

/**
 * The bytes under an image's key. The key is not to be guessed and stands for the permission, as an address does where
 * images are served without this server; a deleted job's images are gone with it.
 */
export const images = ({
  jobDeps: { images: kept, jobs },
  sessions,
  visitors,
}: Pick<AppDeps, 'jobDeps' | 'sessions' | 'visitors'>) => {
  // A cache that people share must not keep what one of them deletes, nor show it to who has not logged in.
  const scope = visitors.mode === 'many' || sessions.required ? 'private' : 'public'
  return new Hono<ApiEnv>().get('/images/:jobId/:file', async (c) => {
    const { jobId, file } = c.req.param()
    const image = (await jobs.find(jobId)) && (await kept.open(`images/${jobId}/${file}`))
    if (image === undefined) throw new RefusalError('not_found', 'This image does not exist, or has been deleted.')
    return sendPicture(c, image, {
      'Cache-Control': `${scope}, max-age=31536000, immutable`,
      etag: `"${file}"`,
    })
  })
}
