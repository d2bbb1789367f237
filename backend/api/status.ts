import { Hono } from 'hono'
import { isRunning } from '../../contract/job.ts'
import {
  JobStatusQuery,
  type JobVersion,
  parseJobVersions,
  StatusQuery,
  type JobStatusReply,
  type StatusReply,
} from '../../contract/status.ts'
import { type Moved, waitForChange } from '../jobs/wait-for-change.ts'
import type { JobRecord } from '../storage/storage.ts'
import { answer } from './answer.ts'
import type { ApiContext, ApiEnv, AppDeps } from './app-deps.ts'
import { clientAddress } from './client-address.ts'
import { findJob, mayRead } from './find-job.ts'
import { heldRequests } from './held-requests.ts'
import { readQuery } from './read-query.ts'
import { showJob } from './show-job.ts'

export const status = (deps: AppDeps) => {
  const { jobDeps, statusHoldMs } = deps
  const show = showJob(deps)
  const held = heldRequests(mostHeld)

  /** Where a request is not held, the browser does the waiting. */
  const waited = async (c: ApiContext, wanted: JobVersion[]): Promise<Moved & { poll: { pollAfterMs?: number } }> => {
    const letGo = statusHoldMs === 0 ? undefined : held.hold(clientAddress(c, deps.clients))
    try {
      const found = await waitForChange(jobDeps, {
        wanted,
        holdMs: letGo === undefined ? 0 : statusHoldMs,
        mayRead: mayRead(c, deps),
        signal: c.req.raw.signal,
      })
      return { ...found, poll: letGo === undefined ? { pollAfterMs } : {} }
    } finally {
      letGo?.()
    }
  }

  const whenNewer = async (c: ApiContext, job: JobRecord, after: number) => {
    const { moved, poll } = await waited(c, [{ jobId: job.jobId, after }])
    return { job: moved[0] ?? (await findJob(c, deps)), poll }
  }

  return new Hono<ApiEnv>()
    .get('/api/status/:jobId', async (c) => {
      const { after } = readQuery(c, JobStatusQuery)
      const found = await findJob(c, deps)
      const asked = statusHoldMs === 0 ? { pollAfterMs } : {}
      const { job, poll } = after === undefined ? { job: found, poll: asked } : await whenNewer(c, found, after)
      const now = await show(c, job)
      return answer(c, { ...now, ...(isRunning(now) && poll) } satisfies JobStatusReply)
    })
    .get('/api/status', async (c) => {
      const { jobs } = readQuery(c, StatusQuery)
      const { moved, missing, poll } = await waited(c, parseJobVersions(jobs))
      const shown = await Promise.all(moved.map((job) => show(c, job)))
      return answer(c, { jobs: shown, missing, ...poll } satisfies StatusReply)
    })
}

const pollAfterMs = 1000
// A household with a dozen open tabs each; half of the connections that there can be.
const mostHeld = { perClient: 50, inAll: 1000 }
