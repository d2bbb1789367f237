import { systemClock } from '../../jobs/clock.ts'
import type { EngineDeps } from '../../jobs/engine-deps.ts'
import { boundedLanes } from '../../jobs/lanes.ts'
import type { AwsProduct } from './open-product.ts'
import { queuedAgain } from './queued-again.ts'

/** Renewed, and a Stop looked for, every third of it: each time one write of the job's item. */
const leaseMs = 15_000

/** What workers and the sweeper need to run tasks and to see to those that died. */
export function engineDepsOf(
  { settings, storage, registry, jobDeps, log }: AwsProduct,
  inspect: EngineDeps['inspect'],
): EngineDeps {
  const { taskTimeoutMs, providerConcurrency } = settings.config
  return {
    ...jobDeps,
    ...systemClock,
    jobs: queuedAgain(storage.jobs, { queue: storage.queue, log }),
    // A Stop is seen by the next heartbeat.
    changes: { next: (_, signal) => aborted(signal) },
    models: new Map(registry.models.map((model) => [model.id, model])),
    lanes: boundedLanes(providerConcurrency),
    // Those who are asked for them read what finish() keeps.
    usualTimes: { of: () => undefined, note: () => undefined },
    inspect,
    log,
    taskTimeoutMs,
    leaseMs,
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
