import type { Due, TaskKey } from '../storage/storage.ts'
import type { EngineDeps } from './engine-deps.ts'
import { fullLanes, isFullFor } from './full-lanes.ts'
import { releaseOrphans } from './release-orphans.ts'
import { runTask } from './run-task.ts'
import { attend } from './sweep.ts'

export type Engine = {
  /** Tasks under way. */
  running(): number
  /** Sends nothing more; settles when what was sent has ended and the rest is given back. */
  stop(): Promise<void>
}

/** How often it looks by itself, for waits that are over and leases that expired; new tasks wake it at once. */
const tickMs = 1000
const orphansEveryMs = 60_000
const batch = 100

/**
 * Runs due tasks as long as their lanes have room, and sees to what died, what was deleted and what is not settled.
 * `sent` settles when tasks were queued since it last settled, or when its signal aborts.
 */
export function startEngine(
  deps: EngineDeps,
  { laneLimit, sent }: { laneLimit: number; sent: (signal: AbortSignal) => Promise<void> },
): Engine {
  const stopping = new AbortController()
  const running = new Map<string, { lane: string; visitor: string; ended: Promise<unknown> }>()
  let freed = Promise.withResolvers<void>()
  let orphansAt = -Infinity

  const full = () => fullLanes(running.values(), laneLimit)

  /** False when it has to wait for its lane. */
  const start = ({ task, lane, visitor }: Extract<Due, { kind: 'run' }>): boolean => {
    const key = keyOf(task)
    if (stopping.signal.aborted || running.has(key)) return true
    if (isFullFor(full(), { lane, visitor })) return false
    const ended = run(task, visitor).then((ran) => {
      running.delete(key)
      // A task that could not be run, as when the database is locked, would be found again at once: that waits for the tick.
      return ran && freed.resolve()
    })
    running.set(key, { lane, visitor, ended })
    return true
  }

  const run = async (task: TaskKey, taker: string): Promise<boolean> => {
    try {
      await runTask(deps, { task, taker }, stopping.signal)
      return true
    } catch (error) {
      deps.log.error({ err: error, ...task }, 'task failed')
      return false
    }
  }

  const attendTo = async (due: Exclude<Due, { kind: 'run' }>): Promise<void> => {
    // A lease of one's own runs out when the machine was asleep; the work goes on and will renew it.
    if (due.kind === 'expired' && running.has(keyOf(due.task))) return
    if (await attend(deps, due)) freed.resolve()
  }

  // Tasks of a lane that just became full can hide others behind them: then it looks again without those.
  const round = async (): Promise<void> => {
    const found = await deps.jobs.due({ now: deps.now(), limit: batch, full: full() })
    let waiting = false
    for (const due of found) {
      if (due.kind === 'run') waiting = !start(due) || waiting
      else {
        await attendTo(due).catch((error: unknown) => deps.log.error({ err: error, due }, 'could not be seen to'))
      }
    }
    if (found.length === batch && waiting) await round()
  }

  const sweepOrphans = async (): Promise<void> => {
    // A clock that was set back must not end the sweeping.
    if (Math.abs(deps.now() - orphansAt) < orphansEveryMs) return
    orphansAt = deps.now()
    await releaseOrphans(deps)
  }

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      freed = Promise.withResolvers()
      const tick = new AbortController()
      const signal = AbortSignal.any([stopping.signal, tick.signal])
      const woken = Promise.race([sent(signal), freed.promise, deps.pause(tickMs, signal)])
      await round().catch((error: unknown) => deps.log.error({ err: error }, 'looking for due tasks failed'))
      await sweepOrphans().catch((error: unknown) => deps.log.error({ err: error }, 'looking for lost money failed'))
      await woken
      tick.abort()
    }
  }
  const looping = loop()

  return {
    running: () => running.size,
    async stop() {
      stopping.abort()
      await looping
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}

const keyOf = ({ jobId, model, attempt }: TaskKey) => `${jobId} ${model} ${attempt}`
