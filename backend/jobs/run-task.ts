import type { JobRecord, TaskKey, TaskTerms, Ticket } from '../storage/storage.ts'
import { deadlineIn } from './clock.ts'
import type { EngineDeps } from './engine-deps.ts'
import { holdLease, StopRequested } from './hold-lease.ts'
import { paintTask, type Painted } from './paint-task.ts'
import { untilStored } from './persistently.ts'
import { settleTask } from './settle-task.ts'
import { outcomeOf, ownWaitMs } from './task-end.ts'

/**
 * Claims one task and brings it to an end, whatever happens; does nothing when somebody else has claimed it. From the
 * moment that `stopping` aborts no further call is sent: what has not begun is given back, what has begun is finished.
 */
export async function runTask(
  deps: EngineDeps,
  { task, taker }: { task: TaskKey; taker: string },
  stopping: AbortSignal,
): Promise<void> {
  const lease = deps.randomId()
  const startedAt = deps.now()
  const job = await deps.jobs.claim(task, { lease, now: startedAt, leaseUntil: startedAt + deps.leaseMs })
  const terms = job?.tasks.find(({ model }) => model === task.model)
  if (!job || !terms) return
  const waited = terms.progress.status === 'in_progress' && terms.progress.waited
  const held = holdLease(deps, task, lease)
  try {
    const signal = AbortSignal.any([deadlineIn(deps, deps.taskTimeoutMs, held.ended), held.stop])
    await conclude(deps, {
      job,
      terms,
      tickets: terms.tickets,
      task,
      taker,
      lease,
      startedAt,
      waited,
      signal,
      stopping,
    })
  } finally {
    held.end()
  }
}

/** One claimed attempt. `signal`: the task's deadline and the visitor's Stop. `stopping`: the server ends. */
export type Run = {
  job: JobRecord
  terms: TaskTerms
  /** Of calls that an earlier runner sent. */
  tickets: readonly Ticket[]
  task: TaskKey
  /** As whom it takes its turns in the lane. */
  taker: string
  lease: string
  startedAt: number
  waited: boolean
  signal: AbortSignal
  stopping: AbortSignal
}

async function conclude(deps: EngineDeps, run: Run): Promise<void> {
  const { now, log, usualTimes } = deps
  const { task, startedAt, waited } = run
  const painted = await paintTask(deps, run)
  if (painted === 'lost') return log.warn(task, 'lease lost before dispatch')
  if (painted === 'not_begun') return giveBack(deps, run, { afterMs: 0, waited })
  for (const { error, sent } of painted.failures) log.warn({ err: error, ...task, sent }, 'call failed')
  const waitMs = painted.images.length === 0 ? ownWaitMs(waited, painted.failures) : undefined
  if (waitMs !== undefined) return giveBack(deps, run, { afterMs: waitMs, waited: true })
  const completedAt = now()
  const durationMs = completedAt - startedAt
  const saved = await end(deps, run, painted, completedAt)
  if (painted.images.length > 0) usualTimes.note(task.model, durationMs)
  log.info({ ...task, durationMs, images: painted.images.length, saved }, 'task ended')
}

async function end(deps: EngineDeps, run: Run, painted: Painted, completedAt: number): Promise<boolean> {
  const { jobs, now, log } = deps
  const { task, lease, terms, startedAt, stopping } = run
  const outcome = outcomeOf(terms, painted, { startedAt, completedAt })
  const saved = await untilStored(deps, stopping, () => jobs.finish(task, { lease, now: now(), outcome }))
  // The result stands. What fails now is repeated by the sweep.
  await wrapUp(deps, run, saved).catch((error: unknown) => log.warn({ err: error, ...task }, 'not settled yet'))
  return saved
}

async function wrapUp(deps: EngineDeps, { task }: Run, saved: boolean): Promise<void> {
  const deleted = !saved && (await deps.jobs.find(task.jobId)) === undefined
  // A runner that had lost its lease may have written them after the job was removed.
  if (deleted) await deps.images.removeAll(task.jobId)
  // A result that was not taken is another runner's to settle, who may yet replace it.
  if (saved || deleted) await settleTask(deps, task)
}

async function giveBack(deps: EngineDeps, run: Run, { afterMs, waited }: { afterMs: number; waited: boolean }) {
  const { jobs, now, log } = deps
  const { task, lease, stopping } = run
  const dueAt = now() + afterMs
  const released = await untilStored(deps, stopping, () => jobs.release(task, { lease, now: now(), dueAt, waited }))
  log.info({ ...task, afterMs, released }, 'task given back')
  // A task that its visitor stopped in the meantime is not taken back.
  if (!released) await end(deps, run, stopped, now())
}

const stopped: Painted = {
  images: [],
  failures: [{ error: new StopRequested('Stopped by the visitor'), sent: false, count: 1 }],
  calls: [],
}
