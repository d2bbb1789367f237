import type { JobStore } from '../storage.ts'
import { cancelWaiting, waitingColumns } from './cancel-waiting.ts'
import type { JobTables } from './job-tables.ts'

/** The verbs that delete a job: first from sight, and for good when nothing of it runs or owes any more. */
export function tombstones(tables: JobTables): Pick<JobStore, 'tombstone' | 'remove'> {
  const { db, transact, wake } = tables
  const bury = db.prepare(
    'update jobs set deleted_at = :now where job_id = :jobId and deleted_at is null returning seq',
  )
  const unindex = db.prepare('delete from search where rowid = ?')
  const waiting = db.prepare(`select ${waitingColumns} from tasks where job = ? and status = 'pending'`)
  const cancel = cancelWaiting(tables)
  const forget = db.prepare(
    `delete from jobs where job_id = ? and deleted_at is not null and not ${busy} returning deleted_at as deletedAt`,
  )
  const dig = db.prepare('insert into graves (job_id, deleted_at) values (?, ?)')
  const level = db.prepare(`delete from graves where job_id = :jobId and ${isOld}`)

  return {
    async tombstone(jobId, { now }) {
      return transact(() => {
        const seq = bury.get({ jobId, now })?.['seq']
        if (seq === undefined) return false
        unindex.run(seq)
        cancel(waiting.all(seq), now)
        wake(jobId)
        return true
      })
    },
    async remove(jobId, { now }) {
      return transact(() => {
        const row = forget.get(jobId)
        if (row) dig.run(jobId, Number(row['deletedAt']))
        return row !== undefined || level.run({ jobId, now }).changes === 1
      })
    },
  }
}

/** SQL: whether images of a job may yet be written, or its cost is not settled. */
export const busy = `exists (select 1 from tasks where job = seq and (status = 'in_progress' or settle_at is not null))`

/** SQL: whether a grave is due. Binds now. */
export const isOld = 'deleted_at <= :now - 86400000'
