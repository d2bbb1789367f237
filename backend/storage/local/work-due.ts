import * as z from 'zod/mini'
import { divideDue } from '../divide-due.ts'
import type { Due, FullLane, JobStore } from '../storage.ts'
import { flag } from './columns.ts'
import type { JobTables } from './job-tables.ts'
import { busy, isOld } from './tombstones.ts'
import { queueByTurns } from './turns.ts'

/** Finds what is to be done, and in which order. */
export function workDue({ db, transact }: JobTables): Pick<JobStore, 'due'> {
  const expired = db.prepare(
    `select job_id as jobId, model, attempt, lease, dispatched, requeues,
       (select count(*) from json_each(tasks.tickets)) as tickets,
       cancel_requested = 1 or deleted_at is not null as cancelRequested
     from tasks join jobs on seq = job
     where status = 'in_progress' and lease_until <= :now order by lease_until limit :limit`,
  )
  const unsettled = db.prepare(
    `select job_id as jobId, model, attempt from tasks join jobs on seq = job
     where settle_at <= :now order by settle_at limit :limit`,
  )
  const deleted = db.prepare(
    `select job_id as jobId, ${busy} as busy, deleted_at from jobs where deleted_at is not null
     union all select job_id, 0, deleted_at from graves where ${isOld}
     order by deleted_at limit :limit`,
  )
  // Most looks find that nothing waits; a tenth of the time tells that.
  const pending = db.prepare(`select 1 from tasks where status = 'pending' limit 1`)
  const waiting = db.prepare(
    `with recursive ${queueByTurns}
     select job_id as jobId, model, attempt, lane, queue.visitor from queue join jobs on seq = job
     order by turn, due_at, job, position`,
  )

  return {
    async due({ now, limit, full }) {
      return transact(() =>
        divideDue(limit, [
          expired.all({ now, limit }).map(expiredTask),
          unsettled.all({ now, limit }).map(unsettledTask),
          deleted.all({ now, limit }).map(deletedJob),
          pending.get() ? waiting.all({ now, limit, ...lanesOf(full) }).map(waitingTask) : [],
        ]),
      )
    },
  }
}

const lanesOf = (full: readonly FullLane[]) => ({
  fullForAll: JSON.stringify(full.flatMap(({ lane, visitors }) => (visitors === 'all' ? [lane] : []))),
  fullForSome: JSON.stringify(
    full.flatMap(({ lane, visitors }) => (visitors === 'all' ? [] : visitors.map((visitor) => [lane, visitor]))),
  ),
})

const key = { jobId: z.string(), model: z.string(), attempt: z.int() }
const Expired = z.object({
  ...key,
  lease: z.string(),
  dispatched: z.int(),
  tickets: z.int(),
  requeues: z.int(),
  cancelRequested: flag,
})
const Unsettled = z.object(key)
const Deleted = z.object({ jobId: z.string(), busy: flag })
const Waiting = z.object({ ...key, lane: z.string(), visitor: z.string() })

function expiredTask(row: unknown): Due {
  const { jobId, model, attempt, ...state } = Expired.parse(row)
  return { kind: 'expired', task: { jobId, model, attempt }, ...state }
}

const unsettledTask = (row: unknown): Due => ({ kind: 'unsettled', task: Unsettled.parse(row) })

const deletedJob = (row: unknown): Due => ({ kind: 'deleted', ...Deleted.parse(row) })

function waitingTask(row: unknown): Due {
  const { lane, visitor, ...task } = Waiting.parse(row)
  return { kind: 'run', task, lane, visitor }
}
