import type { JobRecord } from '../storage/storage.ts'
import type { JobDeps } from './job-deps.ts'
import { removeDeleted } from './sweep.ts'

/** From now on the job is not found, and what of it still runs is told to stop. */
export async function deleteJob({ jobs, images, now }: Pick<JobDeps, 'images' | 'jobs' | 'now'>, job: JobRecord) {
  await jobs.tombstone(job.jobId, { now: now() })
  const running = job.tasks.some(({ progress }) => progress.status === 'in_progress')
  // The deletion has happened. What cannot be removed now, the engine removes later, and logs why it could not.
  await removeDeleted({ jobs, images }, { jobId: job.jobId, running }).catch(() => undefined)
}
