import type { JobStore } from '../storage.ts'
import { cancelWaiting, waitingColumns } from './cancel-waiting.ts'
import { type JobTables, liveAttempt } from './job-tables.ts'
import { noLease, unsent } from './outcome-values.ts'

/** The verbs with which a visitor changes a job that is there: stop, and try again. */
export function visitorWishes(tables: JobTables): Pick<JobStore, 'requestCancel' | 'openRetry'> {
  const { db, transact, readJob, bump, wake } = tables
  const waiting = db.prepare(`select ${waitingColumns} from tasks where ${liveAttempt} and status = 'pending'`)
  const cancel = cancelWaiting(tables)
  const asked = db.prepare(`update tasks set cancel_requested = 1 where ${liveAttempt} and status = 'in_progress'`)
  const retryable = db.prepare(
    `select json_set(terms, '$.attempt', attempt, '$.progress', json(outcome)) as ended from tasks
     where ${liveAttempt} and status in ('error', 'cancelled') and settle_at is null`,
  )
  const keepEarlier = db.prepare(`update jobs set earlier = json_insert(earlier, '$[#]', json(?)) where job_id = ?`)
  const reopened = db.prepare(
    `update tasks set attempt = attempt + 1, lane = :lane, terms = :terms, status = 'pending', due_at = :now, waited = 0,
       requeues = 0, cancel_requested = 0, started_at = null, completed_at = null, outcome = null, billed = 0,
       visitor = coalesce(visitor, (select visitor from jobs where seq = job)), ${noLease}, ${unsent}
     where ${liveAttempt}`,
  )

  return {
    async requestCancel(task, { now }) {
      return transact(() => {
        const row = waiting.get({ ...task })
        if (row) {
          cancel([row], now)
          bump(task.jobId, now)
          return 'cancelled'
        }
        if (asked.run({ ...task }).changes === 0) return 'ended'
        wake(task.jobId)
        return 'requested'
      })
    },
    async openRetry(task, { now, terms }) {
      return transact(() => {
        const ended = retryable.get({ ...task })?.['ended']
        if (ended === undefined) return undefined
        keepEarlier.run(ended, task.jobId)
        reopened.run({ ...task, now, lane: terms.lane, terms: JSON.stringify(terms) })
        bump(task.jobId, now)
        return readJob(task.jobId)
      })
    },
  }
}
