import type { EventEmitter } from 'node:events'
import type { DatabaseSync } from 'node:sqlite'
import type { JobStore } from '../storage.ts'
import { activity } from './activity.ts'
import { ahead } from './ahead.ts'
import { gallery } from './gallery.ts'
import { jobTables } from './job-tables.ts'
import { settling } from './settling.ts'
import { sweeps } from './sweeps.ts'
import { taskRuns } from './task-runs.ts'
import { tombstones } from './tombstones.ts'
import { visitorWishes } from './visitor-wishes.ts'
import { wholeJobs } from './whole-jobs.ts'
import { workDue } from './work-due.ts'

/** Jobs in SQLite, each verb one transaction. Emits a job's id on `moved` whenever the job may have changed. */
export function sqliteJobs(db: DatabaseSync, moved: EventEmitter): JobStore {
  const tables = jobTables(db, moved)
  return {
    ...wholeJobs(tables),
    ...taskRuns(tables),
    ...workDue(tables),
    ...ahead(tables),
    ...sweeps(tables),
    ...visitorWishes(tables),
    ...settling(tables),
    ...tombstones(tables),
    ...gallery(tables),
    ...activity(tables),
  }
}
