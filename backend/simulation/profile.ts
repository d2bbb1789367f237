import type { Budgets } from '../storage/money.ts'
import type { Random } from './random.ts'

/** Which faults a world knows, and how often: each by the chance that it comes at a step or a call. */
export type Faults = Record<FaultKind, number>

const kinds = {
  crash: 0.02,
  /** Stopped as by a signal, and started again. */
  restart: 0.008,
  /** A server stands still for longer than its leases last, then goes on as if nothing was. */
  suspend: 0.03,
  /** One thing that waits is held up for a long time. */
  stall: 0.03,
  /** Time passes for everybody, as when the machine was asleep. */
  sleep: 0.015,
  clockForward: 0.008,
  clockBack: 0.008,
  failBefore: 0.04,
  failAfter: 0.04,
  /** Due tasks are named again, in another order, or late. */
  redeliver: 0.3,
} as const
type FaultKind = keyof typeof kinds
export const noFaults: Faults = {
  crash: 0,
  restart: 0,
  suspend: 0,
  stall: 0,
  sleep: 0,
  clockForward: 0,
  clockBack: 0,
  failBefore: 0,
  failAfter: 0,
  redeliver: 0,
}

/** What one world is like; durations in milliseconds. */
export type Profile = {
  startAt: number
  /** Before the faults end. */
  steps: number
  processes: number
  laneLimit: number
  leaseMs: number
  taskTimeoutMs: number
  budgets: Budgets
  faults: Faults
  visitor: { jobs: number; wishes: number; budgeted: boolean }
}

const quarterToMidnight = Date.UTC(2026, 10, 30, 23, 59, 55)
const noon = Date.UTC(2026, 10, 25, 12)

export function profileFrom(random: Random): Profile {
  const budgets = budgetsFrom(random)
  const { dailyMicroUsd, monthlyMicroUsd, modelDailyMicroUsd } = budgets
  const budgeted = dailyMicroUsd !== undefined || monthlyMicroUsd !== undefined || modelDailyMicroUsd.size > 0
  return {
    startAt: random.chance(0.15) ? quarterToMidnight : noon,
    steps: 40 + random.below(90),
    processes: random.pick([1, 2, 2]),
    laneLimit: random.pick([1, 2, 20]),
    leaseMs: 3000,
    taskTimeoutMs: random.pick([4000, 8000, 20_000]),
    budgets,
    faults: faultsFrom(random),
    visitor: { jobs: random.pick([1, 1, 2]), wishes: 2 + random.below(7), budgeted },
  }
}

// A world with few kinds of faults goes deeper into each of them.
function faultsFrom(random: Random): Faults {
  return random.weighted<() => Faults>([
    [6, () => someFaults(random)],
    [3, () => ({ ...noFaults, suspend: 0.06, stall: kinds.stall })],
    [1, () => ({ ...noFaults, crash: 0.04, failAfter: kinds.failAfter })],
  ])()
}

function someFaults(random: Random): Faults {
  const drawn = { ...noFaults }
  for (const kind of Object.keys(noFaults).filter(isKind)) {
    if (random.chance(0.5)) drawn[kind] = kinds[kind] * random.pick([0.5, 1, 2])
  }
  return drawn
}

const isKind = (name: string): name is FaultKind => name in kinds

function budgetsFrom(random: Random): Budgets {
  const none: Budgets = { modelDailyMicroUsd: new Map() }
  return random.weighted([
    [6, none],
    [1, { ...none, dailyMicroUsd: 60_000 + random.below(200_000) }],
    [1, { ...none, monthlyMicroUsd: 100_000 + random.below(200_000) }],
    [1, { modelDailyMicroUsd: new Map([['plain', 40_000 + random.below(100_000)]]) }],
  ])
}
