import type { Due, JobStore } from '../storage/storage.ts'
import type { EngineDeps } from './engine-deps.ts'
import type { JobDeps } from './job-deps.ts'
import { settleTask } from './settle-task.ts'
import { outcomeOfLost } from './task-end.ts'

const maxRequeues = 3

/**
 * A runner died. What was not dispatched goes back to the queue, and so does what left a ticket for each call: it is
 * collected. The rest ends, so that nobody pays twice unasked. True when it is back on the queue.
 */
async function endExpired(deps: EngineDeps, due: Extract<Due, { kind: 'expired' }>): Promise<boolean> {
  const { jobs, models, now, log, taskTimeoutMs } = deps
  const { task, lease, dispatched, tickets, requeues, cancelRequested } = due
  log.warn({ ...task, dispatched, tickets, requeues }, 'lease expired')
  const canGoOn = dispatched === 0 || (tickets === dispatched && models.has(task.model))
  if (canGoOn && !cancelRequested && requeues < maxRequeues) {
    return jobs.requeue(task, { lease, now: now() })
  }
  const terms = (await jobs.find(task.jobId))?.tasks.find(({ model }) => model === task.model)
  const outcome = outcomeOfLost(terms, { dispatched, cancelRequested, now: now() })
  const mayYetSucceed = outcome.status === 'error' && outcome.error.code === 'interrupted'
  const settleAt = mayYetSucceed ? now() + 2 * taskTimeoutMs : now()
  const ended = await jobs.expire(task, { lease, now: now(), outcome, settleAt })
  if (ended && !mayYetSucceed) await settleTask(deps, task)
  return false
}

/** What is due but a run. True when a task went back to the queue. Throws StorageUnavailable; then it stays due. */
export async function attend(deps: EngineDeps, due: Exclude<Due, { kind: 'run' }>): Promise<boolean> {
  if (due.kind === 'expired') return endExpired(deps, due)
  await (due.kind === 'deleted' ? removeDeleted(deps, due) : settleTask(deps, due.task))
  return false
}

/** Removes a deleted job's images, and its record once nothing can write another and all is settled. */
export async function removeDeleted(
  { jobs, images, now }: { jobs: Pick<JobStore, 'remove'> } & Pick<JobDeps, 'images' | 'now'>,
  { jobId, busy }: { jobId: string; busy: boolean },
): Promise<void> {
  await images.removeAll(jobId)
  if (!busy) await jobs.remove(jobId, { now: now() })
}
