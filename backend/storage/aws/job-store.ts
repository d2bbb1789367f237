import type { JobStore } from '../storage.ts'
import { activity } from './activity.ts'
import { ahead } from './ahead.ts'
import { dueIndex } from './due-index.ts'
import { gallery } from './gallery.ts'
import type { Items } from './items.ts'
import { jobTable } from './job-table.ts'
import { settling } from './settling.ts'
import { sweeps } from './sweeps.ts'
import { taskRuns } from './task-runs.ts'
import { tombstones } from './tombstones.ts'
import { usualDurations } from './usual-durations.ts'
import { visitorWishes } from './visitor-wishes.ts'
import { wholeJobs } from './whole-jobs.ts'
import { workDue } from './work-due.ts'

/** Jobs in DynamoDB, each verb one conditional change of the job's item. */
export function dynamoJobs(items: Items): JobStore {
  const table = jobTable(items)
  const index = dueIndex(table)
  return {
    ...wholeJobs(table),
    ...taskRuns(table),
    ...workDue(table, index),
    ...ahead(table, index),
    ...sweeps(table),
    ...visitorWishes(table),
    ...settling(table),
    ...tombstones(table),
    ...gallery(table),
    ...usualDurations(items),
    ...activity(table, index),
  }
}
