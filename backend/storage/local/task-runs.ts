import type { JobStore } from '../storage.ts'
import { anyAttempt, type JobTables, liveAttempt } from './job-tables.ts'
import { ended, noLease, outcomeValues, unsent } from './outcome-values.ts'
import { isDue } from './turns.ts'

/** The verbs of who runs a task, each under its lease. */
export function taskRuns(
  tables: JobTables,
): Pick<JobStore, 'claim' | 'markDispatched' | 'keepTicket' | 'notePainted' | 'heartbeat' | 'release' | 'finish'> {
  const { db, transact, readJob, bump } = tables
  const claimed = db.prepare(
    `update tasks set status = 'in_progress', due_at = null, started_at = :now, lease = :lease, lease_until = :leaseUntil
     where ${liveAttempt} and status = 'pending' and ${isDue}`,
  )
  const dispatched = db.prepare(
    `update tasks set dispatched = dispatched + 1
     where ${liveAttempt} and status = 'in_progress' and lease = :lease and lease_until > :now
       and dispatched = :call and cancel_requested = 0`,
  )
  const ticketKept = db.prepare(
    `update tasks set tickets = json_set(tickets, :path, :ticket)
     where ${anyAttempt} and status = 'in_progress' and lease = :lease and dispatched > :call`,
  )
  const paintedNoted = db.prepare(
    `update tasks set painted = :painted
     where ${liveAttempt} and status = 'in_progress' and lease = :lease and lease_until > :now`,
  )
  const extended = db.prepare(
    `update tasks set lease_until = :leaseUntil
     where ${anyAttempt} and status = 'in_progress' and lease = :lease
     returning cancel_requested = 1 or (select deleted_at from jobs where seq = job) is not null as cancelled`,
  )
  const released = db.prepare(
    `update tasks set status = 'pending', due_at = :dueAt, waited = :waited, started_at = null, ${noLease}, ${unsent}
     where ${liveAttempt} and status = 'in_progress' and lease = :lease and cancel_requested = 0`,
  )
  const finished = db.prepare(
    `update tasks set ${ended}, ${noLease}
     where ${anyAttempt} and lease = :lease and (status = 'in_progress'
       or :status = 'completed' and outcome ->> '$.error.code' = 'interrupted' and billed = 0)`,
  )

  return {
    async claim(task, lease) {
      return transact(() => {
        if (claimed.run({ ...task, ...lease }).changes === 0) return undefined
        bump(task.jobId, lease.now)
        return readJob(task.jobId)
      })
    },
    async markDispatched(task, mark) {
      return transact(() => dispatched.run({ ...task, ...mark }).changes === 1)
    },
    async keepTicket(task, { lease, call, ticket }) {
      return transact(() => ticketKept.run({ ...task, lease, call, path: `$."${call}"`, ticket }).changes === 1)
    },
    async notePainted(task, { lease, now, painted }) {
      transact(() => {
        if (paintedNoted.run({ ...task, lease, now, painted }).changes === 1) bump(task.jobId, now)
      })
    },
    async heartbeat(task, lease) {
      return transact(() => {
        const row = extended.get({ ...task, ...lease })
        if (!row) return 'lost'
        return row['cancelled'] === 1 ? 'cancel_requested' : 'kept'
      })
    },
    async release(task, { lease, now, dueAt, waited }) {
      return transact(() => {
        if (released.run({ ...task, lease, dueAt, waited: Number(waited) }).changes === 0) return false
        bump(task.jobId, now)
        return true
      })
    },
    async finish(task, { lease, now, outcome }) {
      return transact(() => {
        if (finished.run({ ...task, lease, ...outcomeValues(outcome, now) }).changes === 0) return false
        // Of a deleted job the end is kept as well, so that it no longer counts as running.
        return bump(task.jobId, now) === 'live'
      })
    },
  }
}
