import * as z from 'zod/mini'
import type { Due, JobStore } from '../storage.ts'
import { flag } from './columns.ts'
import { anyAttempt, type JobTables, liveAttempt } from './job-tables.ts'
import { noLease, outcomeValues } from './outcome-values.ts'

/** The verbs that find what is to be done, and end or restart what its runner has left. */
export function sweeps(tables: JobTables): Pick<JobStore, 'due' | 'requeue' | 'expire'> {
  const { db, transact, bump } = tables
  const expired = db.prepare(
    `select job_id as jobId, model, attempt, lease, dispatched, requeues,
       cancel_requested = 1 or deleted_at is not null as cancelRequested
     from tasks join jobs on seq = job
     where status = 'in_progress' and lease_until <= :now order by lease_until limit :rows`,
  )
  const deleted = db.prepare(
    `select job_id as jobId, exists (select 1 from tasks where job = seq and status = 'in_progress') as running
     from jobs where deleted_at is not null order by deleted_at limit :rows`,
  )
  const waiting = db.prepare(
    `select job_id as jobId, model, attempt, lane from tasks join jobs on seq = job
     where status = 'pending' and due_at <= :now and deleted_at is null
       and lane not in (select value from json_each(:busyLanes))
     order by due_at, job, position limit :rows`,
  )
  const requeued = db.prepare(
    `update tasks set status = 'pending', due_at = :now, requeues = requeues + 1, started_at = null, ${noLease}
     where ${liveAttempt} and status = 'in_progress' and lease = :lease and lease_until <= :now
       and dispatched = 0 and cancel_requested = 0`,
  )
  // The lease stays: whoever lost it may still hand in a success.
  const ended = db.prepare(
    `update tasks set status = :status, outcome = :outcome, started_at = :startedAt, completed_at = :completedAt
     where ${anyAttempt} and status = 'in_progress' and lease = :lease and lease_until <= :now`,
  )

  return {
    async due({ now, limit, busyLanes }) {
      return transact(() => {
        const found: Due[] = expired.all({ now, rows: limit }).map(expiredTask)
        found.push(...deleted.all({ rows: limit - found.length }).map(deletedJob))
        const rows = limit - found.length
        return [...found, ...waiting.all({ now, busyLanes: JSON.stringify(busyLanes), rows }).map(waitingTask)]
      })
    },
    async requeue(task, lease) {
      return transact(() => {
        if (requeued.run({ ...task, ...lease }).changes === 0) return false
        bump(task.jobId, lease.now)
        return true
      })
    },
    async expire(task, { lease, now, outcome }) {
      return transact(() => {
        if (ended.run({ ...task, lease, now, ...outcomeValues(outcome) }).changes === 0) return false
        bump(task.jobId, now)
        return true
      })
    },
  }
}

const key = { jobId: z.string(), model: z.string(), attempt: z.int() }
const Expired = z.object({ ...key, lease: z.string(), dispatched: z.int(), requeues: z.int(), cancelRequested: flag })
const Deleted = z.object({ jobId: z.string(), running: flag })
const Waiting = z.object({ ...key, lane: z.string() })

function expiredTask(row: unknown): Due {
  const { jobId, model, attempt, ...state } = Expired.parse(row)
  return { kind: 'expired', task: { jobId, model, attempt }, ...state }
}

const deletedJob = (row: unknown): Due => ({ kind: 'deleted', ...Deleted.parse(row) })

function waitingTask(row: unknown): Due {
  const { lane, ...task } = Waiting.parse(row)
  return { kind: 'run', task, lane }
}
