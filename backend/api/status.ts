import { Hono } from 'hono'
import { isRunning } from '../../contract/job.ts'
import {
  JobStatusQuery,
  parseJobVersions,
  StatusQuery,
  type JobStatusReply,
  type StatusReply,
} from '../../contract/status.ts'
import { waitForChange } from '../jobs/wait-for-change.ts'
import type { JobRecord } from '../storage/storage.ts'
import { answer } from './answer.ts'
import type { ApiContext, ApiEnv, AppDeps } from './app-deps.ts'
import { findJob, mayRead } from './find-job.ts'
import { readQuery } from './read-query.ts'
import { showJob } from './show-job.ts'

export const status = (deps: AppDeps) => {
  const { jobDeps, statusHoldMs: holdMs } = deps
  const show = showJob(deps)
  // Where requests are not held, the browser does the waiting.
  const poll = holdMs === 0 ? { pollAfterMs } : {}

  const whenNewer = async (c: ApiContext, job: JobRecord, after: number): Promise<JobRecord> => {
    const { moved } = await waitForChange(jobDeps, {
      wanted: [{ jobId: job.jobId, after }],
      holdMs,
      mayRead: mayRead(c, deps),
      signal: c.req.raw.signal,
    })
    return moved[0] ?? findJob(c, deps)
  }

  return new Hono<ApiEnv>()
    .get('/api/status/:jobId', async (c) => {
      const { after } = readQuery(c, JobStatusQuery)
      const job = await findJob(c, deps)
      const now = await show(c, after === undefined ? job : await whenNewer(c, job, after))
      return answer(c, { ...now, ...(isRunning(now) && poll) } satisfies JobStatusReply)
    })
    .get('/api/status', async (c) => {
      const isReadable = mayRead(c, deps)
      const { jobs } = readQuery(c, StatusQuery)
      const { moved, missing } = await waitForChange(jobDeps, {
        wanted: parseJobVersions(jobs),
        holdMs,
        mayRead: isReadable,
        signal: c.req.raw.signal,
      })
      const shown = await Promise.all(moved.map((job) => show(c, job)))
      return answer(c, { jobs: shown, missing, ...poll } satisfies StatusReply)
    })
}

const pollAfterMs = 1000
