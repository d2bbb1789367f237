import { EventEmitter } from 'node:events'
import { localChanges } from '../storage/local/changes.ts'
import { sqliteJobs } from '../storage/local/job-store.ts'
import { sqliteLedger } from '../storage/local/ledger.ts'
import { openDatabase } from '../storage/local/open-database.ts'
import { sqliteSwitches } from '../storage/local/switches.ts'
import type { Storage } from '../storage/storage.ts'
import { type ResultRow, resultRows } from './result-rows.ts'

export type Store = Pick<Storage, 'jobs' | 'ledger' | 'switches' | 'changes'> & {
  /** As a process has them whose verbs take several steps, before each of which it waits. */
  jobsOf?(pause: () => Promise<void>): Storage['jobs']
  /** Where every result stands. */
  rows(): ResultRow[]
  /** How often anything was written. */
  writes(): unknown
  empty(): void
  /** Whether nothing waits, runs, owes or is to be removed. */
  isDone(): boolean
}

/** The local store in memory. One serves many worlds, each of which finds it empty: to make one takes longer than to use it. */
export function openStore(): Store {
  const db = openDatabase(':memory:')
  const moved = new EventEmitter().setMaxListeners(0)
  const tables = db
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'search_%' and name not like 'sqlite_%'`,
    )
    .all()
    .map(({ name }) => db.prepare(`delete from ${String(name)}`))
  const left = db.prepare(
    `select exists (select 1 from tasks where status in ('pending', 'in_progress') or settle_at is not null)
       or exists (select 1 from jobs where deleted_at is not null)
       or exists (select 1 from graves) or exists (select 1 from parts where closed_at is null) as something`,
  )
  const results = db.prepare(
    `select job_id as jobId, version, deleted_at is not null as deleted, model, attempt, status, outcome as text
     from jobs join tasks on job = seq order by seq, position`,
  )
  const changes = db.prepare('select total_changes() as count')
  return {
    rows: resultRows(() => results.all()),
    writes: () => changes.get()?.['count'],
    isDone: () => left.get()?.['something'] === 0,
    jobs: sqliteJobs(db, moved),
    ledger: sqliteLedger(db),
    switches: sqliteSwitches(db),
    changes: localChanges(moved),
    empty() {
      moved.removeAllListeners()
      for (const table of tables) table.run()
    },
  }
}
