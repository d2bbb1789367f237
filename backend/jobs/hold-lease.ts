import type { TaskKey } from '../storage/storage.ts'
import type { EngineDeps } from './engine-deps.ts'

/** The reason with which a task's signal aborts when its visitor pressed Stop. */
export class StopRequested extends Error {
  override name = 'StopRequested'
}

/**
 * Keeps a lease alive until `end()`, and aborts `stop` when the visitor asks for it. A lost lease does not abort the
 * work: the provider may have been paid, and a late success still counts.
 */
export function holdLease(deps: EngineDeps, task: TaskKey, lease: string): Held {
  const stop = new AbortController()
  const ended = new AbortController()
  void keep(deps, { task, lease, stop, ended: ended.signal })
  return { stop: stop.signal, ended: ended.signal, end: () => ended.abort() }
}

/** `ended` aborts with `end()`. */
type Held = { stop: AbortSignal; ended: AbortSignal; end: () => void }
type Hold = { task: TaskKey; lease: string; stop: AbortController; ended: AbortSignal }

async function keep(deps: EngineDeps, hold: Hold): Promise<void> {
  // A third of the lease: two beats may fail before it is lost.
  const interval = deps.leaseMs / 3
  let beatAt = deps.now() + interval
  for (;;) {
    const beating = deps.now() >= beatAt
    if (beating) beatAt = deps.now() + interval
    // Listening begins before the look, so that a Stop between the two is not missed.
    const woken = changeOrTimeout(deps, hold, beatAt - deps.now())
    const found = await (beating ? beat(deps, hold) : look(deps, hold)).catch((error: unknown) => {
      deps.log.warn({ err: error, ...hold.task }, 'heartbeat failed')
      return 'kept' as const
    })
    if (hold.ended.aborted) return
    if (found === 'cancel_requested') hold.stop.abort(new StopRequested('Stopped by the visitor'))
    if (found !== 'kept') return
    await woken
    if (hold.ended.aborted) return
  }
}

async function beat({ jobs, now, leaseMs }: EngineDeps, { task, lease }: Hold) {
  const at = now()
  return jobs.heartbeat(task, { lease, now: at, leaseUntil: at + leaseMs })
}

// Most changes of a job are other tasks' results: a read tells, where a heartbeat would cost a write.
async function look(deps: EngineDeps, hold: Hold) {
  const { jobId, model } = hold.task
  const job = await deps.jobs.find(jobId)
  const progress = job?.tasks.find((task) => task.model === model)?.progress
  return progress?.status === 'in_progress' && !progress.cancelRequested ? ('kept' as const) : beat(deps, hold)
}

async function changeOrTimeout({ changes, pause }: EngineDeps, { task, ended }: Hold, ms: number): Promise<void> {
  const round = new AbortController()
  const signal = AbortSignal.any([ended, round.signal])
  await Promise.race([changes.next([task.jobId], signal), pause(ms, signal)])
  round.abort()
}
