import type { Outcome } from '../storage.ts'

/** SQL: a task that nobody runs. */
export const noLease = 'lease = null, lease_until = null, dispatched = 0, cancel_requested = 0'

/** The columns of an end. */
export const outcomeValues = (outcome: Outcome) => ({
  status: outcome.status,
  startedAt: outcome.startedAt ?? null,
  completedAt: outcome.completedAt,
  outcome: JSON.stringify(outcome),
})
