import { divideDue } from '../divide-due.ts'
import type { Due, JobStore } from '../storage.ts'
import { byTurns, farthestDueMs, isDue } from '../turns.ts'
import { dueHint } from './due-hint.ts'
import type { DueIndex } from './due-index.ts'
import { ifPossible } from './if-possible.ts'
import { isEnded, isOwing, type StoredJob } from './job-item.ts'
import type { JobTable } from './job-table.ts'
import { keyOf, runningTasks, waitingTasks } from './open-tasks.ts'

const dayMs = 86_400_000
/** Of one look: more would be throttled. */
const mostRaised = 100

/** Finds what is to be done, and in which order. */
export function workDue({ change, close }: JobTable, index: DueIndex): Pick<JobStore, 'due'> {
  /** Nothing of the job is due yet: the index may say so, unless something has happened to it since. */
  const lookLater = async (job: StoredJob, now: number) => {
    const next = nextLook(job)
    if (next === undefined) return close(job)
    // What is hinted later than that is looked at, too, since a clock may have been set back.
    const dueAs = dueHint(job.jobId, Math.min(next, now + farthestDueMs))
    const condition = '#version = :version AND attribute_exists(#dueIn)'
    await ifPossible(
      change(job.jobId, { set: ['#dueAs = :dueAs'], condition, values: { dueAs, version: job.version } }),
    )
  }

  return {
    async due({ now, limit, full }) {
      const [open, graves] = await Promise.all([index.open(), index.oldGraves({ now, limit })])
      const hinted = Map.groupBy(open, ({ hint }) => isDue(hint, now))
      const looked = await index.read(hinted.get(true) ?? [])
      const waiting = waitingTasks(looked, now)
      // Whose turn it is depends on what runs.
      const others = waiting.length > 0 ? await index.read(hinted.get(false) ?? []) : []
      const jobs = [...looked, ...others]
      const kinds = [
        expiredTasks(jobs, now),
        unsettledTasks(jobs, now),
        deletedJobs(jobs, graves),
        byTurns([...waiting, ...waitingTasks(others, now)], { running: runningTasks(jobs), full }).map(
          ({ task, lane, visitor }): Due => ({ kind: 'run', task, lane, visitor }),
        ),
      ]
      const early = looked.filter((job) => !isLookedFor(job, now))
      await Promise.all(early.slice(0, mostRaised).map((job) => lookLater(job, now)))
      return divideDue(limit, kinds)
    },
  }
}

function expiredTasks(jobs: readonly StoredJob[], now: number): Due[] {
  const expired = jobs.flatMap(({ jobId, deletedAt, tasks }) =>
    tasks.flatMap((task) => {
      if (task.status !== 'in_progress' || task.leaseUntil > now) return []
      const { lease, leaseUntil, dispatched, tickets, requeues } = task
      const state = { lease, dispatched, tickets: tickets.length, requeues }
      const cancelRequested = task.cancelRequested || deletedAt !== undefined
      return [
        { at: leaseUntil, due: { kind: 'expired' as const, task: keyOf(jobId, task), ...state, cancelRequested } },
      ]
    }),
  )
  return byTime(expired)
}

const unsettledTasks = (jobs: readonly StoredJob[], now: number): Due[] =>
  byTime(
    jobs.flatMap(({ jobId, tasks }) =>
      tasks.flatMap((task) => {
        const at = settlesAt(task)
        return at > now ? [] : [{ at, due: { kind: 'unsettled' as const, task: keyOf(jobId, task) } }]
      }),
    ),
  )

const deletedJobs = (jobs: readonly StoredJob[], graves: readonly { jobId: string; hint: number }[]): Due[] =>
  byTime([
    ...jobs.flatMap(({ jobId, deletedAt, open }) =>
      deletedAt === undefined ? [] : [{ at: deletedAt, due: { kind: 'deleted' as const, jobId, busy: open > 0 } }],
    ),
    ...graves.map(({ jobId, hint }) => ({ at: hint - dayMs, due: { kind: 'deleted' as const, jobId, busy: false } })),
  ])

const byTime = (found: readonly { at: number; due: Due }[]) =>
  found.toSorted((a, b) => a.at - b.at).map(({ due }) => due)

/** Infinity: it owes nothing, or has not ended. */
const settlesAt = (task: StoredJob['tasks'][number]) =>
  isEnded(task) && isOwing(task) ? (task.settleAt ?? Infinity) : Infinity

/** Whether something of it is due. */
const isLookedFor = (job: StoredJob, now: number) => {
  const next = nextLook(job)
  return next !== undefined && (next <= now || waitingTasks([job], now).length > 0)
}

/** When it has to be looked at next; undefined: never again. */
function nextLook({ deletedAt, tasks }: StoredJob): number | undefined {
  if (deletedAt !== undefined) return 0
  const times = tasks.map((task) => {
    if (task.status === 'pending') return task.dueAt
    return task.status === 'in_progress' ? task.leaseUntil : settlesAt(task)
  })
  const next = Math.min(...times)
  return next === Infinity ? undefined : next
}
