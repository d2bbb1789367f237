import { spendReport } from '../../accounts/spend-report.ts'
import type { Registry } from '../../providers/registry.ts'
import type { Ledger } from '../../storage/money.ts'
import type { JobStore } from '../../storage/storage.ts'
import { awsMetrics } from './metrics.ts'

type Counted = {
  storage: { jobs: Pick<JobStore, 'activity'>; ledger: Pick<Ledger, 'spend'> }
  registry: Pick<Registry, 'modelDailyMicroUsd' | 'models'>
  env: { STACK_NAME: string }
}
type Values = Record<keyof typeof awsMetrics.units, number>

const minuteMs = 60_000

/** Counts what the alarms look at, and prints it as CloudWatch reads metrics out of a log (embedded metric format). */
export async function reportMetrics(
  { storage, registry, env }: Counted,
  { unsettled, now }: { unsettled: number; now: number },
): Promise<void> {
  // The last whole minute: errors are counted by minutes, and one that is not over would be counted again by the next sweep.
  const minute = now - (now % minuteMs)
  const [activity, spent] = await Promise.all([
    storage.jobs.activity({ now: minute - 1, since: minute - minuteMs }),
    storage.ledger.spend(now),
  ])
  const budgets = { modelDailyMicroUsd: registry.modelDailyMicroUsd }
  const { today } = spendReport(spent, { at: now, budgets, models: registry.models })
  print(env.STACK_NAME, now, {
    SpentTodayMicroUsd: today.settledMicroUsd + today.openMicroUsd,
    TasksWaiting: activity.pending,
    TasksRunning: activity.running,
    OldestWaitingSeconds: activity.waitingSince === undefined ? 0 : Math.max(0, now - activity.waitingSince) / 1000,
    TaskErrors: activity.faults.reduce((sum, { count }) => sum + count, 0),
    UnsettledTasks: unsettled,
  })
}

function print(stack: string, at: number, values: Values): void {
  const { namespace, dimension, units } = awsMetrics
  const metrics = Object.entries(units).map(([Name, Unit]) => ({ Name, Unit }))
  const _aws = {
    Timestamp: at,
    CloudWatchMetrics: [{ Namespace: namespace, Dimensions: [[dimension]], Metrics: metrics }],
  }
  // The runtime would put its own words before what goes to the console.
  process.stdout.write(`${JSON.stringify({ _aws, [dimension]: stack, ...values })}\n`)
}
