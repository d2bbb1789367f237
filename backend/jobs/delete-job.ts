import type { JobRecord } from '../storage/storage.ts'
import type { JobDeps } from './job-deps.ts'
import { removeDeleted } from './sweep.ts'

/** From now on the job is not found, and what of it still runs is told to stop. */
export async function deleteJob(
  { jobs, images, queue, now }: Pick<JobDeps, 'images' | 'jobs' | 'now' | 'queue'>,
  job: JobRecord,
) {
  await jobs.tombstone(job.jobId, { now: now() })
  // What had not ended when the job was read may have been claimed since: it may yet write an image.
  const busy = job.tasks.some(({ progress: { status } }) => status === 'pending' || status === 'in_progress')
  // The deletion has happened. What cannot be removed now, the engine removes later, and logs why it could not.
  await removeDeleted({ jobs, images, now }, { jobId: job.jobId, busy }).catch(() => undefined)
  await queue.wake()
}
