import type { Due, TaskKey } from '../storage/storage.ts'
import type { EngineDeps } from './engine-deps.ts'
import { runTask } from './run-task.ts'
import { endExpired, removeDeleted } from './sweep.ts'

export type Engine = {
  /** Tasks under way. */
  running(): number
  /** Sends nothing more; settles when what was sent has ended and the rest is given back. */
  stop(): Promise<void>
}

/** How often it looks by itself, for waits that are over and leases that expired; new tasks wake it at once. */
const tickMs = 1000
const batch = 100

/**
 * Runs due tasks as long as their lanes have room, and sees to what died and what was deleted.
 * `sent` settles when tasks were queued since it last settled, or when its signal aborts.
 */
export function startEngine(
  deps: EngineDeps,
  { laneLimit, sent }: { laneLimit: number; sent: (signal: AbortSignal) => Promise<void> },
): Engine {
  const stopping = new AbortController()
  const running = new Map<string, { lane: string; ended: Promise<unknown> }>()
  let freed = Promise.withResolvers<void>()

  const busyLanes = () =>
    [...Map.groupBy(running.values(), ({ lane }) => lane)].flatMap(([lane, tasks]) =>
      tasks.length >= laneLimit ? [lane] : [],
    )

  const start = (task: TaskKey, lane: string) => {
    const key = keyOf(task)
    if (stopping.signal.aborted || running.has(key) || busyLanes().includes(lane)) return
    const ended = run(task).then((ran) => {
      running.delete(key)
      // A task that could not be run, as when the database is locked, would be found again at once: that waits for the tick.
      return ran && freed.resolve()
    })
    running.set(key, { lane, ended })
  }

  const run = async (task: TaskKey): Promise<boolean> => {
    try {
      await runTask(deps, task, stopping.signal)
      return true
    } catch (error) {
      deps.log.error({ err: error, ...task }, 'task failed')
      return false
    }
  }

  const attend = async (due: Due): Promise<void> => {
    if (due.kind === 'run') start(due.task, due.lane)
    // A lease of one's own runs out when the machine was asleep; the work goes on and will renew it.
    else if (due.kind === 'expired') await (running.has(keyOf(due.task)) || endExpired(deps, due))
    else await removeDeleted(deps, due)
  }

  // Tasks of a lane that just became full can hide others behind them: then it looks again without that lane.
  const round = async (): Promise<void> => {
    const full = busyLanes()
    const found = await deps.jobs.due({ now: deps.now(), limit: batch, busyLanes: full })
    for (const due of found) {
      await attend(due).catch((error: unknown) => deps.log.error({ err: error, due }, 'could not be seen to'))
    }
    if (found.length === batch && busyLanes().length > full.length) await round()
  }

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      freed = Promise.withResolvers()
      const tick = new AbortController()
      const signal = AbortSignal.any([stopping.signal, tick.signal])
      const woken = Promise.race([sent(signal), freed.promise, deps.pause(tickMs, signal)])
      await round().catch((error: unknown) => deps.log.error({ err: error }, 'looking for due tasks failed'))
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
