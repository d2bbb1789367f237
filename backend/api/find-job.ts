import { JobId } from '../../contract/primitives.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { JobRecord, JobStore } from '../storage/storage.ts'
import type { ApiContext } from './app-deps.ts'
import { visitorOf } from './visitor-of.ts'

/** The visitor's own job that the path names. Throws RefusalError `not_found` for every other. */
export async function findJob(c: ApiContext, jobs: Pick<JobStore, 'find'>): Promise<JobRecord> {
  const visitor = visitorOf(c)
  const id = JobId.safeParse(c.req.param('jobId'))
  const job = id.success ? await jobs.find(id.data) : undefined
  if (job?.visitor !== visitor) throw new RefusalError('not_found', 'This run does not exist, or has been deleted.')
  return job
}
