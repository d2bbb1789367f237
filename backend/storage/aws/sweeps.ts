import type { JobStore } from '../storage.ts'
import { bumped, ended, type JobTable, leased, live, noLease, noticed } from './job-table.ts'
import { noteEnd } from './note-end.ts'

/** The verbs that end or restart what its runner has left. */
export const sweeps = ({ items, changeTask, close }: JobTable): Pick<JobStore, 'requeue' | 'expire'> => ({
  async requeue(task, { lease, now }) {
    const job = await changeTask(task, {
      set: [
        '#task.#status = :pending',
        '#task.#dueAt = :now',
        '#task.#requeues = #task.#requeues + :one',
        noticed,
        ...bumped,
      ],
      remove: ['#task.#startedAt', ...noLease],
      condition: `${live} AND ${leased} AND #task.#leaseUntil <= :now
        AND size(#task.#tickets) = #task.#dispatched AND #task.#cancelRequested = :no`,
      values: { lease, now },
    })
    return job !== undefined
  },

  async expire(task, { lease, now, outcome, settleAt }) {
    const job = await changeTask(task, {
      set: [...ended, ...bumped],
      // The lease stays: whoever lost it may still hand in a success.
      remove: ['#task.#leaseUntil', '#task.#painted'],
      condition: `${leased} AND #task.#leaseUntil <= :now`,
      values: { lease, now, outcome, status: outcome.status, settleAt },
    })
    if (!job) return false
    await noteEnd(items, task, outcome)
    await close(job)
    return true
  },
})
