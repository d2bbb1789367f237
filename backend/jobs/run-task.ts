import type { JobRecord, TaskKey, TaskTerms } from '../storage/storage.ts'
import type { EngineDeps } from './engine-deps.ts'
import { holdLease, StopRequested } from './hold-lease.ts'
import { paintTask, type Painted } from './paint-task.ts'
import { persistently } from './persistently.ts'
import { outcomeOf, ownWaitMs } from './task-end.ts'

/** Claims one task and brings it to an end, whatever happens. Does nothing when somebody else has claimed it. */
export async function runTask(deps: EngineDeps, task: TaskKey): Promise<void> {
  const lease = deps.randomId()
  const startedAt = deps.now()
  const job = await deps.jobs.claim(task, { lease, now: startedAt, leaseUntil: startedAt + deps.leaseMs })
  const record = job?.tasks.find(({ model }) => model === task.model)
  if (!job || !record) return
  const deadline = AbortSignal.timeout(deps.taskTimeoutMs)
  const held = holdLease(deps, task, lease)
  try {
    const signal = AbortSignal.any([deadline, held.stop])
    const waited = record.progress.status === 'in_progress' && record.progress.waited
    await conclude(deps, { job, terms: record, task, lease, startedAt, waited, signal })
  } finally {
    held.end()
  }
}

/** One claimed attempt. `signal`: the task's deadline and the visitor's Stop. */
export type Run = {
  job: JobRecord
  terms: TaskTerms
  task: TaskKey
  lease: string
  startedAt: number
  waited: boolean
  signal: AbortSignal
}

async function conclude(deps: EngineDeps, run: Run): Promise<void> {
  const { jobs, now, log, usualTimes } = deps
  const { task, lease, startedAt } = run
  const painted = await paintTask(deps, run)
  if (painted === 'lost') return log.warn(task, 'lease lost before dispatch')
  for (const { error, sent } of painted.failures) log.warn({ err: error, ...task, sent }, 'call failed')
  const wait = painted.images.length === 0 ? ownWaitMs(run.waited, painted.failures) : undefined
  const completedAt = now()
  const times = { startedAt, completedAt }
  const end = (how: Painted) => jobs.finish(task, { lease, now: now(), outcome: outcomeOf(run.terms, how, times) })
  const saved = await persistently(deps, async () => {
    if (wait === undefined) return end(painted)
    // A task that its visitor stopped in the meantime is not taken back.
    return (await jobs.release(task, { lease, now: now(), dueAt: now() + wait, waited: true })) || end(stopped(painted))
  })
  const durationMs = completedAt - startedAt
  if (painted.images.length > 0) usualTimes.note(task.model, durationMs)
  log.info({ ...task, durationMs, images: painted.images.length, waitMs: wait, saved }, 'task ended')
}

const stopped = ({ failures }: Painted): Painted => ({
  images: [],
  failures: failures.map((failure) => ({
    ...failure,
    error: new StopRequested('Stopped by the visitor'),
    sent: false,
  })),
})
