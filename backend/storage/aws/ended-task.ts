import type { Outcome } from '../storage.ts'
import type { PendingTask } from './job-item.ts'

/** As it is written: a task that waited has ended. */
export const endedTask = (
  { position, attempt, terms, dispatched, requeues, cancelRequested, waited }: PendingTask,
  outcome: Outcome,
  settleAt: number,
) => {
  const kept = { position, attempt, terms, dispatched, requeues, cancelRequested, waited }
  return { ...kept, status: outcome.status, outcome, settleAt, tickets: {}, billed: false, openUntilEnd: 0 }
}
