import type { Budgets, Ledger, Switches } from '../storage/money.ts'

/** What it takes to decide whether money may be spent. */
export type AccountDeps = {
  ledger: Ledger
  switches: Switches
  budgets: Budgets
  /** Milliseconds since 1970. */
  now: () => number
  log: FaultLog
}

export type FaultLog = { error(details: { err: unknown }, message: string): void }
