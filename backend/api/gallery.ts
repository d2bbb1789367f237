import { Hono } from 'hono'
import { GalleryQuery, type GalleryReply } from '../../contract/gallery.ts'
import { deleteJob } from '../jobs/delete-job.ts'
import { toGalleryEntry } from '../jobs/job-view.ts'
import { BadCursor } from '../storage/storage.ts'
import { answer } from './answer.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { findJob, findOwnJob, mayChange } from './find-job.ts'
import { invalid } from './parse-input.ts'
import { readQuery } from './read-query.ts'
import { showJob } from './show-job.ts'
import { visitorOf } from './visitor-of.ts'

export const gallery = (deps: Pick<AppDeps, 'gallery' | 'jobDeps' | 'log' | 'usualTimes'>) => {
  const { jobDeps } = deps
  const show = showJob(deps)
  return new Hono<ApiEnv>()
    .get('/api/gallery/list', async (c) => {
      const visitor = visitorOf(c)
      const query = readQuery(c, GalleryQuery)
      const page = await jobDeps.jobs
        .list({ ...query, visitor, shared: deps.gallery === 'shared' })
        .catch(refuseBadCursor)
      const { jobs, nextCursor, searchedBackTo } = page
      return answer(c, {
        galleries: jobs.map((job) => ({
          ...toGalleryEntry(job),
          ...(!mayChange(c, job) && { readOnly: true as const }),
        })),
        ...(nextCursor !== undefined && { nextCursor }),
        ...(searchedBackTo !== undefined && { searchedBackTo: new Date(searchedBackTo).toISOString() }),
      } satisfies GalleryReply)
    })
    .get('/api/gallery/:jobId', async (c) => {
      const job = await findJob(c, deps)
      return answer(c, await show(c, job, { withAttempts: true }))
    })
    .delete('/api/gallery/:jobId', async (c) => {
      await deleteJob(jobDeps, await findOwnJob(c, deps))
      return c.body(null, 204, { 'Cache-Control': 'no-store' })
    })
}

function refuseBadCursor(error: unknown): never {
  if (error instanceof BadCursor) {
    throw invalid([{ path: 'cursor', message: 'Is not one that this server gave out for this search' }])
  }
  throw error
}
