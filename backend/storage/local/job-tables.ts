import type { EventEmitter } from 'node:events'
import type { DatabaseSync } from 'node:sqlite'
import { type JobRows, jobRows } from './job-rows.ts'
import { type Transact, transactions } from './transactions.ts'

/** What every group of verbs works with. */
export type JobTables = JobRows & {
  db: DatabaseSync
  transact: Transact
  /** One more version, for something that a reader of the job can see if it is not deleted. */
  bump: (jobId: string, now: number) => 'live' | 'deleted'
  /** Wakes who waits for the job; a transaction that then fails has woken them for nothing. */
  wake: (jobId: string) => void
}

export function jobTables(db: DatabaseSync, moved: EventEmitter): JobTables {
  const bumped = db.prepare(
    `update jobs set version = version + 1, updated_at = max(updated_at, :now) where job_id = :jobId
     returning deleted_at is null as live`,
  )
  const wake = (jobId: string) => moved.emit(jobId)
  return {
    ...jobRows(db),
    db,
    transact: transactions(db),
    wake,
    bump(jobId, now) {
      wake(jobId)
      return bumped.get({ jobId, now })?.['live'] === 1 ? 'live' : 'deleted'
    },
  }
}

/** SQL: the row of one attempt, whether or not its job is deleted. Binds jobId, model, attempt. */
export const anyAttempt = `job = (select seq from jobs where job_id = :jobId) and model = :model and attempt = :attempt`

/** SQL: the row of one attempt of a job that is not deleted. */
export const liveAttempt = `job = (select seq from jobs where job_id = :jobId and deleted_at is null)
  and model = :model and attempt = :attempt`
