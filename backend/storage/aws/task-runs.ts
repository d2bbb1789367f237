import type { JobStore } from '../storage.ts'
import { farthestDueMs } from '../turns.ts'
import { jobRecord } from './job-item.ts'
import { bumped, ended, type JobTable, leased, live, noLease, noticed, running } from './job-table.ts'
import { noteEnd } from './note-end.ts'

type Runs = Pick<
  JobStore,
  'claim' | 'markDispatched' | 'keepTicket' | 'notePainted' | 'heartbeat' | 'release' | 'finish'
>

/** The verbs of who runs a task, each under its lease. */
export const taskRuns = ({ items, changeTask, close }: JobTable): Runs => ({
  async claim(task, { lease, now, leaseUntil }) {
    const job = await changeTask(task, {
      set: [
        '#task.#status = :running',
        '#task.#startedAt = :now',
        '#task.#lease = :lease',
        '#task.#leaseUntil = :leaseUntil',
        ...bumped,
      ],
      remove: ['#task.#dueAt'],
      condition: `${live} AND #task.#status = :pending AND (#task.#dueAt <= :now OR #task.#dueAt > :farthest)`,
      values: { lease, now, leaseUntil, farthest: now + farthestDueMs },
    })
    return job && jobRecord(job)
  },

  async markDispatched(task, { lease, now, call }) {
    const job = await changeTask(task, {
      set: ['#task.#dispatched = #task.#dispatched + :one'],
      condition: `${live} AND ${leased} AND #task.#leaseUntil > :now
        AND #task.#dispatched = :call AND #task.#cancelRequested = :no`,
      values: { lease, now, call },
    })
    return job !== undefined
  },

  async keepTicket(task, { lease, call, ticket }) {
    const job = await changeTask(task, {
      set: ['#task.#tickets.#call = :ticket'],
      condition: `${leased} AND #task.#dispatched > :call`,
      names: { call: String(call) },
      values: { lease, call, ticket },
    })
    return job !== undefined
  },

  async notePainted(task, { lease, now, painted }) {
    await changeTask(task, {
      set: ['#task.#painted = :painted', ...bumped],
      condition: `${live} AND ${leased} AND #task.#leaseUntil > :now`,
      values: { lease, now, painted },
    })
  },

  async heartbeat(task, { lease, leaseUntil }) {
    const job = await changeTask(task, {
      set: ['#task.#leaseUntil = :leaseUntil'],
      condition: leased,
      values: { lease, leaseUntil },
    })
    if (!job) return 'lost'
    const isCancelled = job.tasks.some(({ terms, cancelRequested }) => terms.model === task.model && cancelRequested)
    return isCancelled || job.deletedAt !== undefined ? 'cancel_requested' : 'kept'
  },

  async release(task, { lease, now, dueAt, waited }) {
    const job = await changeTask(task, {
      set: [
        '#task.#status = :pending',
        '#task.#dueAt = :dueAt',
        '#task.#waited = :waited',
        '#task.#dispatched = :zero',
        '#task.#tickets = :none',
        noticed,
        ...bumped,
      ],
      remove: ['#task.#startedAt', ...noLease],
      condition: `${live} AND ${leased} AND #task.#cancelRequested = :no`,
      values: { lease, now, dueAt, waited },
    })
    return job !== undefined
  },

  async finish(task, { lease, now, outcome }) {
    const late = `(${running} OR #task.#outcome.#error.#code = :interrupted AND #task.#billed = :no)`
    const job = await changeTask(task, {
      set: [...ended, ...bumped],
      remove: noLease,
      condition: `#task.#lease = :lease AND ${outcome.status === 'completed' ? late : running}`,
      values: { lease, now, outcome, status: outcome.status, settleAt: now, interrupted: 'interrupted' },
    })
    if (!job) return false
    await noteEnd(items, task, outcome)
    await close(job)
    // Of a deleted job the end is kept as well, so that it no longer counts as running.
    return job.deletedAt === undefined
  },
})
