import type { JobStore, TaskKey } from '../../storage/storage.ts'

type Queue = { sendAt(task: TaskKey, to: { taker: string; at: number; now: number }): Promise<void> }

/**
 * A job store that puts a task on the queue when it is to run once more: nobody looks for waits that are over but the
 * sweeper. Should the message get lost, that finds the task.
 */
export const queuedAgain = <Jobs extends Pick<JobStore, 'release' | 'requeue'>>(jobs: Jobs, queue: Queue): Jobs => ({
  ...jobs,
  async release(task, lease) {
    const released = await jobs.release(task, lease)
    if (released) await queue.sendAt(task, { taker: task.jobId, at: lease.dueAt, now: lease.now })
    return released
  },
  async requeue(task, lease) {
    const requeued = await jobs.requeue(task, lease)
    if (requeued) await queue.sendAt(task, { taker: task.jobId, at: lease.now, now: lease.now })
    return requeued
  },
})
