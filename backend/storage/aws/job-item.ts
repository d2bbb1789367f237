import * as z from 'zod/mini'
import type { JobRecord, NewJob, Progress, TaskRecord, TaskTerms } from '../storage.ts'
import { earlierAttempts, jobParameters, taskOutcome, taskTerms, taskTickets } from '../stored-shapes.ts'
import type { Item, Key } from './items.ts'

export const jobKey = (jobId: string): Key => ({ pk: `JOB#${jobId}`, sk: 'JOB' })
export const jobIdOf = (pk: string): string => pk.slice('JOB#'.length)

/** Undefined for what is left of a removed job. */
export function storedJob(item: Item): StoredJob | undefined {
  if (item['tasks'] === undefined) return undefined
  const { pk, tasks, ...job } = JobItem.parse(item)
  return { ...job, jobId: jobIdOf(pk), tasks: Object.values(tasks).toSorted((a, b) => a.position - b.position) }
}

export function jobRecord({ tasks, shared, requestHash, ...job }: StoredJob): JobRecord {
  const { jobId, visitor, version, createdAt, updatedAt, prompt, parameters, secret, earlier } = job
  const told = { jobId, visitor, version, createdAt, updatedAt, prompt, parameters, secret, earlier }
  return {
    ...told,
    ...(shared && { shared }),
    ...(requestHash !== undefined && { requestHash }),
    tasks: tasks.map(taskRecord),
  }
}

/** As it is written, and nothing has happened to it. */
export function newTask(
  { progress, ...terms }: NewJob['tasks'][number],
  { position, attempt }: { position: number; attempt: number },
) {
  const fixed = { position, attempt, terms, dispatched: 0, requeues: 0, tickets: {} }
  const state = { ...fixed, cancelRequested: false, billed: false }
  return progress.status === 'pending'
    ? { ...state, ...progress, openUntilEnd: openUntilEnd(terms) }
    : // What is born ended was not paid for.
      { ...state, status: progress.status, outcome: progress, waited: false, settled: true, openUntilEnd: 0 }
}

/** 1 when nothing is left to be done once it has ended: what is paid for has to be settled as well. */
export const openUntilEnd = ({ reservation }: Pick<TaskTerms, 'reservation'>): number => (reservation === null ? 1 : 0)

/** Whether the ledger has yet to be told of an attempt that has ended. */
export const isOwing = (task: EndedTask): boolean => task.terms.reservation !== null && task.settled !== true

export const isEnded = (task: StoredTask): task is EndedTask => 'outcome' in task

const task = {
  position: z.int(),
  attempt: z.int(),
  terms: taskTerms,
  tickets: taskTickets,
  dispatched: z.int(),
  requeues: z.int(),
  cancelRequested: z.boolean(),
  waited: z.boolean(),
}
const PendingTask = z.object({ ...task, status: z.literal('pending'), dueAt: z.int() })
const RunningTask = z.object({
  ...task,
  status: z.literal('in_progress'),
  startedAt: z.int(),
  lease: z.string(),
  leaseUntil: z.int(),
  painted: z.exactOptional(z.number()),
})
const EndedTask = z.object({
  ...task,
  status: z.enum(['completed', 'error', 'cancelled']),
  outcome: taskOutcome,
  /** Absent: it was born ended. */
  settleAt: z.exactOptional(z.int()),
  settled: z.exactOptional(z.literal(true)),
})
const TaskItem = z.discriminatedUnion('status', [PendingTask, RunningTask, EndedTask])
export type StoredTask = z.infer<typeof TaskItem>
export type PendingTask = z.infer<typeof PendingTask>
type EndedTask = z.infer<typeof EndedTask>

const KeptShare = z.object({ createdAt: z.int(), expiresAt: z.int(), promptHidden: z.boolean() })

const JobItem = z.object({
  pk: z.string(),
  visitor: z.string(),
  taker: z.exactOptional(z.string()),
  shared: z.exactOptional(z.literal(true)),
  version: z.int(),
  /** How many tasks have not ended, or are not settled. */
  open: z.int(),
  createdAt: z.int(),
  updatedAt: z.int(),
  deletedAt: z.exactOptional(z.int()),
  prompt: z.string(),
  parameters: jobParameters,
  secret: z.string(),
  requestHash: z.exactOptional(z.string()),
  tasks: z.record(z.string(), TaskItem),
  earlier: earlierAttempts,
  shares: z.record(z.string(), KeptShare),
})
export type StoredJob = Omit<z.infer<typeof JobItem>, 'pk' | 'tasks'> & { jobId: string; tasks: StoredTask[] }

const taskRecord = (stored: StoredTask): TaskRecord => ({
  ...stored.terms,
  attempt: stored.attempt,
  progress: progressOf(stored),
  tickets: stored.tickets,
})

function progressOf(stored: StoredTask): Progress {
  switch (stored.status) {
    case 'pending':
      return { status: stored.status, dueAt: stored.dueAt, waited: stored.waited }
    case 'in_progress': {
      const { status, startedAt, waited, cancelRequested, painted } = stored
      return { status, startedAt, waited, cancelRequested, ...(painted !== undefined && { painted }) }
    }
    case 'completed':
    case 'error':
    case 'cancelled':
      return stored.outcome
  }
}
