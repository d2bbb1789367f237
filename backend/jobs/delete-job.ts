import type { JobRecord } from '../storage/storage.ts'
import { cancelJob } from './cancel-job.ts'
import type { JobDeps } from './job-deps.ts'
import { removeDeleted } from './sweep.ts'

/** From now on the job is not found. What still runs is told to stop; the sweeper finishes the removal. */
export async function deleteJob(deps: Pick<JobDeps, 'images' | 'jobs' | 'now'>, job: JobRecord): Promise<void> {
  await deps.jobs.tombstone(job.jobId, { now: deps.now() })
  await cancelJob(deps, job)
  const running = job.tasks.some(({ progress }) => progress.status === 'pending' || progress.status === 'in_progress')
  await removeDeleted(deps, { jobId: job.jobId, running })
}
