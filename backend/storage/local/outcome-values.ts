import type { Outcome } from '../storage.ts'

/** SQL: a task that nobody runs. */
export const noLease = 'lease = null, lease_until = null, painted = null'

/** SQL: a task of which nothing was sent. */
export const unsent = `dispatched = 0, tickets = '{}'`

/** SQL: an attempt ends; what was paid for owes its cost to the ledger from :settleAt on. Binds outcomeValues. */
export const ended = `status = :status, outcome = :outcome, started_at = :startedAt, completed_at = :completedAt,
  tickets = '{}', settle_at = case when terms ->> '$.reservation' is not null then :settleAt end`

export const outcomeValues = (outcome: Outcome, settleAt: number) => ({
  status: outcome.status,
  startedAt: outcome.startedAt ?? null,
  completedAt: outcome.completedAt,
  outcome: JSON.stringify(outcome),
  settleAt,
})
