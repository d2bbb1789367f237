import type { Logger } from 'pino'
import { type JobStore, StorageUnavailable, type TaskKey } from '../../storage/storage.ts'

type Queue = { sendAt(task: TaskKey, to: { taker: string; at: number; now: number }): Promise<void> }

/**
 * A job store that puts a task on the queue when it is to run once more: nobody looks for waits that are over but the
 * sweeper. Should the message get lost, that finds the task.
 */
export function queuedAgain<Jobs extends Pick<JobStore, 'release' | 'requeue'>>(
  jobs: Jobs,
  { queue, log }: { queue: Queue; log: Pick<Logger, 'warn'> },
): Jobs {
  // The task waits already: whoever was told that it does not would do it again, in vain, and then take it for stopped.
  const send = (task: TaskKey, when: { at: number; now: number }) =>
    queue.sendAt(task, { taker: task.jobId, ...when }).catch((error: unknown) => {
      if (!(error instanceof StorageUnavailable)) throw error
      log.warn({ err: error, ...task }, 'a task could not be queued again: the sweeper will find it')
    })
  return {
    ...jobs,
    async release(task, lease) {
      const released = await jobs.release(task, lease)
      if (released) await send(task, { at: lease.dueAt, now: lease.now })
      return released
    },
    async requeue(task, lease) {
      const requeued = await jobs.requeue(task, lease)
      if (requeued) await send(task, { at: lease.now, now: lease.now })
      return requeued
    },
  }
}
