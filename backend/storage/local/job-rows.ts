import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod/mini'
import type { JobRecord, Progress, TaskRecord } from '../storage.ts'
import { earlierAttempts, jobParameters, taskOutcome, taskTerms, taskTickets } from '../stored-shapes.ts'
import { flag, json } from './columns.ts'

export type JobRows = {
  /** Undefined for a deleted job. */
  readJob: (jobId: string) => JobRecord | undefined
  /** Jobs from their rows, in that order, with one statement for all their tasks. */
  withTasks: (rows: readonly unknown[]) => JobRecord[]
}

/** SQL: what JobRow reads of `jobs`. */
export const jobColumns = `seq, job_id as jobId, visitor, shared, version, created_at as createdAt, updated_at as updatedAt, prompt,
  parameters, secret, request_hash as requestHash, earlier`

export function jobRows(db: DatabaseSync): JobRows {
  const selectJob = db.prepare(`select ${jobColumns} from jobs where job_id = ? and deleted_at is null`)
  const selectTasks = db.prepare(
    `select job, attempt, terms, tickets, status, due_at as dueAt, waited, cancel_requested as cancelRequested,
       started_at as startedAt, painted, outcome
     from tasks where job in (select value from json_each(?)) order by job, position`,
  )
  const withTasks = (rows: readonly unknown[]) => {
    const jobs = z.array(JobRow).parse(rows)
    const tasks = z.array(TaskRow).parse(selectTasks.all(JSON.stringify(jobs.map(({ seq }) => seq))))
    const bySeq = Map.groupBy(tasks, ({ job }) => job)
    return jobs.map(({ seq, shared, requestHash, ...job }) => ({
      ...job,
      ...(shared && { shared }),
      ...(requestHash === null ? {} : { requestHash }),
      tasks: (bySeq.get(seq) ?? []).map(taskRecord),
    }))
  }
  return {
    withTasks,
    readJob(jobId) {
      const row = selectJob.get(jobId)
      return row && withTasks([row])[0]
    },
  }
}

const JobRow = z.object({
  seq: z.int(),
  jobId: z.string(),
  visitor: z.string(),
  shared: flag,
  version: z.int(),
  createdAt: z.int(),
  updatedAt: z.int(),
  prompt: z.string(),
  parameters: json(jobParameters),
  secret: z.string(),
  requestHash: z.nullable(z.string()),
  earlier: json(earlierAttempts),
})

const task = { job: z.int(), attempt: z.int(), terms: json(taskTerms), tickets: json(taskTickets) }

const TaskRow = z.discriminatedUnion('status', [
  z.object({ ...task, status: z.literal('pending'), dueAt: z.int(), waited: flag }),
  z.object({
    ...task,
    status: z.literal('in_progress'),
    startedAt: z.int(),
    waited: flag,
    cancelRequested: flag,
    painted: z.nullable(z.number()),
  }),
  z.object({ ...task, status: z.enum(['completed', 'error', 'cancelled']), outcome: json(taskOutcome) }),
])

function taskRecord(row: z.infer<typeof TaskRow>): TaskRecord {
  return { ...row.terms, attempt: row.attempt, progress: progressOf(row), tickets: row.tickets }
}

function progressOf(row: z.infer<typeof TaskRow>): Progress {
  switch (row.status) {
    case 'pending':
      return { status: row.status, dueAt: row.dueAt, waited: row.waited }
    case 'in_progress': {
      const { status, startedAt, waited, cancelRequested, painted } = row
      return { status, startedAt, waited, cancelRequested, ...(painted !== null && { painted }) }
    }
    case 'completed':
    case 'error':
    case 'cancelled':
      return row.outcome
  }
}
