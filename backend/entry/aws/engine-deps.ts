import { systemClock } from '../../jobs/clock.ts'
import type { EngineDeps } from '../../jobs/engine-deps.ts'
import { boundedLanes } from '../../jobs/lanes.ts'
import { usualTimes } from '../../jobs/usual-times.ts'
import type { AwsProduct } from './open-product.ts'
import { queuedAgain } from './queued-again.ts'

/** Renewed, and a Stop looked for, every third of it: each time one write of the job's item. */
const leaseMs = 15_000

/** What workers and the sweeper need to run tasks and to see to those that died. */
export async function engineDepsOf(
  { settings, storage, registry, jobDeps, log }: AwsProduct,
  inspect: EngineDeps['inspect'],
): Promise<EngineDeps> {
  const { taskTimeoutMs, providerConcurrency } = settings.config
  return {
    ...jobDeps,
    ...systemClock,
    jobs: queuedAgain(storage.jobs, { queue: storage.queue, log }),
    // A Stop is seen by the next heartbeat.
    changes: {
      next: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    },
    models: new Map(registry.models.map((model) => [model.id, model])),
    lanes: boundedLanes(providerConcurrency),
    usualTimes: await usualTimes({ recentDurations: async () => [] }, []),
    inspect,
    log,
    taskTimeoutMs,
    leaseMs,
  }
}
