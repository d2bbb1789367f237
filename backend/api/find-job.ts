import { JobId } from '../../contract/primitives.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { JobRecord } from '../storage/storage.ts'
import type { ApiContext, AppDeps } from './app-deps.ts'
import { visitorOf } from './visitor-of.ts'

type Deps = Pick<AppDeps, 'gallery' | 'jobDeps'>

/** Whose jobs a request may read: its visitor's, and in a shared gallery all that were made while it was shared. */
export function mayRead(c: ApiContext, { gallery }: Pick<Deps, 'gallery'>): (job: JobRecord) => boolean {
  const visitor = visitorOf(c)
  return (job) => job.visitor === visitor || (gallery === 'shared' && job.shared === true)
}

/** Of a job that it may read: whether it may stop, retry and delete it, as its visitor or as the operator. */
export const mayChange = (c: ApiContext, job: Pick<JobRecord, 'visitor'>): boolean =>
  job.visitor === visitorOf(c) || c.var.session === 'operator'

/** The job of that id, or that the path names. Throws RefusalError `not_found` for one that the request may not read. */
export async function findJob(c: ApiContext, deps: Deps, jobId = c.req.param('jobId')): Promise<JobRecord> {
  const isReadable = mayRead(c, deps)
  const id = JobId.safeParse(jobId)
  const job = id.success ? await deps.jobDeps.jobs.find(id.data) : undefined
  if (job === undefined || !isReadable(job)) {
    throw new RefusalError('not_found', 'This run does not exist, or has been deleted.')
  }
  return job
}

/** As `findJob`, to change it. Throws RefusalError `forbidden` for one that the request may only read. */
export async function findOwnJob(c: ApiContext, deps: Deps, jobId?: string): Promise<JobRecord> {
  const job = await findJob(c, deps, jobId)
  if (!mayChange(c, job)) throw new RefusalError('forbidden', 'This run is somebody else’s: it can be looked at alone.')
  return job
}
