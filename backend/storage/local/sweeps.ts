import type { JobStore } from '../storage.ts'
import { anyAttempt, type JobTables, liveAttempt } from './job-tables.ts'
import { ended, noLease, outcomeValues } from './outcome-values.ts'

/** The verbs that end or restart what its runner has left. */
export function sweeps(tables: JobTables): Pick<JobStore, 'requeue' | 'expire'> {
  const { db, transact, bump } = tables
  const requeued = db.prepare(
    `update tasks set status = 'pending', due_at = :now, requeues = requeues + 1, started_at = null, ${noLease}
     where ${liveAttempt} and status = 'in_progress' and lease = :lease and lease_until <= :now
       and dispatched = (select count(*) from json_each(tickets)) and cancel_requested = 0`,
  )
  // The lease stays: whoever lost it may still hand in a success.
  const expired = db.prepare(
    `update tasks set ${ended}
     where ${anyAttempt} and status = 'in_progress' and lease = :lease and lease_until <= :now`,
  )

  return {
    async requeue(task, lease) {
      return transact(() => {
        if (requeued.run({ ...task, ...lease }).changes === 0) return false
        bump(task.jobId, lease.now)
        return true
      })
    },
    async expire(task, { lease, now, outcome, settleAt }) {
      return transact(() => {
        if (expired.run({ ...task, lease, now, ...outcomeValues(outcome, settleAt) }).changes === 0) return false
        bump(task.jobId, now)
        return true
      })
    },
  }
}
