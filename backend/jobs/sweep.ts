import type { Due, JobStore } from '../storage/storage.ts'
import type { EngineDeps } from './engine-deps.ts'
import type { JobDeps } from './job-deps.ts'
import { outcomeOfLost } from './task-end.ts'

const maxRequeues = 3

/** A runner died. What was not dispatched goes back to the queue; what was, ends, so that nobody pays twice unasked. */
export async function endExpired(
  { jobs, now, log }: Pick<EngineDeps, 'jobs' | 'log' | 'now'>,
  due: Extract<Due, { kind: 'expired' }>,
): Promise<void> {
  const { task, lease, dispatched, requeues, cancelRequested } = due
  log.warn({ ...task, dispatched, requeues }, 'lease expired')
  if (dispatched === 0 && !cancelRequested && requeues < maxRequeues) {
    await jobs.requeue(task, { lease, now: now() })
    return
  }
  const terms = (await jobs.find(task.jobId))?.tasks.find(({ model }) => model === task.model)
  const outcome = outcomeOfLost(terms, { dispatched, cancelRequested, now: now() })
  await jobs.expire(task, { lease, now: now(), outcome })
}

/** Removes a deleted job's images, and its record once nothing can write another. */
export async function removeDeleted(
  { jobs, images }: { jobs: Pick<JobStore, 'remove'>; images: JobDeps['images'] },
  { jobId, running }: { jobId: string; running: boolean },
): Promise<void> {
  await images.removeAll(jobId)
  if (!running) await jobs.remove(jobId)
}
