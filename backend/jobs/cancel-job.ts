import { RefusalError } from '../../contract/refusal.ts'
import type { JobRecord } from '../storage/storage.ts'
import type { JobDeps } from './job-deps.ts'

/** Releases what has not started and tells what runs to stop. Throws RefusalError `not_found` when it was deleted meanwhile. */
export async function cancelJob(
  { jobs, queue, now }: Pick<JobDeps, 'jobs' | 'now' | 'queue'>,
  job: JobRecord,
): Promise<JobRecord> {
  const running = job.tasks.filter(({ progress: { status } }) => status === 'pending' || status === 'in_progress')
  await Promise.all(
    running.map(({ model, attempt }) => jobs.requestCancel({ jobId: job.jobId, model, attempt }, { now: now() })),
  )
  // Nothing is to be run, but what was released is to be told to the ledger.
  await queue.wake()
  const after = await jobs.find(job.jobId)
  if (after === undefined) throw new RefusalError('not_found', 'This run has been deleted.')
  return after
}
