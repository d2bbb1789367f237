import * as z from 'zod/mini'
import type { JobStore } from '../storage.ts'
import type { JobTables } from './job-tables.ts'
import { runningOf, waits } from './turns.ts'

/**
 * Tells a job's tasks their places among those who wait, as `queueByTurns` has them. Of each visitor in the lane, as many
 * come before a task as have an earlier turn, and the one of the same turn if it is older.
 */
export function ahead({ db, transact }: JobTables): Pick<JobStore, 'ahead'> {
  const counted = db.prepare(
    `with
     mine as materialized (
       select model, lane, visitor, due_at, job, position from tasks
       where job = (select seq from jobs where job_id = :jobId) and ${waits}
     ),
     placed as materialized (select mine.*, 1 + ${runningOf('mine')} + ${olderThan('mine', 'mine')} as turn from mine),
     waiters as materialized (
       select lane, visitor, count(*) as tasks from tasks
       where ${waits} and lane in (select lane from mine) group by lane, visitor
     ),
     pairs as (
       select model, tasks, turn - ${runningOf('waiters')} as up_to, ${olderThan('placed', 'waiters')} as older
       from placed join waiters using (lane)
     )
     select model, sum(iif(older >= up_to, max(up_to, 0), min(tasks, up_to - 1))) as ahead from pairs group by model`,
  )
  return {
    async ahead(jobId, { now }) {
      return transact(() => {
        const places = z.array(Place).parse(counted.all({ jobId, now }))
        return new Map(places.map((place) => [place.model, place.ahead]))
      })
    },
  }
}

/** SQL: how many tasks of a waiter are older than a task. */
const olderThan = (task: string, waiter: string) => `(
  select count(*) from tasks where ${waits} and lane = ${waiter}.lane and visitor = ${waiter}.visitor
    and (due_at, job, position) < (${task}.due_at, ${task}.job, ${task}.position))`

const Place = z.object({ model: z.string(), ahead: z.int() })
