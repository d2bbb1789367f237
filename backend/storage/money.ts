// The ports of money, beside those of storage.ts: the same rules hold. Money is whole micro-dollars.

/** What something cost; null: not known. Not certain: the provider may not have charged it. */
export type Cost = { costMicroUsd: number | null; costCertain: boolean }

/** One model's share of a reservation: the unit in which money is promised and spent. */
export type Part = { reservation: string; model: string }

/** In micro-dollars; absent: no limit. 0: nothing may be spent. */
export type Budgets = {
  dailyMicroUsd?: number
  monthlyMicroUsd?: number
  /** Of single models, by id. */
  modelDailyMicroUsd: ReadonlyMap<string, number>
}

/** Which budget is too small, and what is left of it: of several, the one that stays exhausted longest. */
export type OverBudget =
  | ({ over: 'day' | 'month' } & { leftMicroUsd: number })
  | { over: 'model'; model: string; leftMicroUsd: number }

/** `uncertain`: the part of `settled` that the provider may not have charged. */
export type Sums = {
  reservedMicroUsd: number
  settledMicroUsd: number
  releasedMicroUsd: number
  correctedMicroUsd: number
  uncertainMicroUsd: number
}

/** The sums of one model on one UTC day, such as `2026-11-25`. */
export type SpendLine = Sums & { day: string; model: string }

/**
 * The ledger. What is spent on a UTC day is what was reserved on it, whenever it is settled. At rest
 * reserved + corrected = settled + released, to the micro-dollar; all that is not yet settled or released counts as spent.
 */
export type Ledger = {
  /** Promises all parts or none, on the UTC day and month of `at`. `jobId`: for whom; absent: not for a job. */
  reserve(request: {
    at: number
    jobId?: string
    parts: readonly { model: string; microUsd: number }[]
    budgets: Budgets
  }): Promise<{ reservation: string } | OverBudget>
  /** Before the first call is sent: whether the part is still open. From then on it ends by settle() alone. */
  confirm(part: Part): Promise<boolean>
  /**
   * Ends an open part: what it cost is settled, the rest released, an excess is a correction; an unknown cost counts as
   * what was reserved. True for the one call that did it.
   */
  settle(part: Part, end: Cost & { at: number }): Promise<boolean>
  /** Open parts reserved before `before`, the oldest first. */
  open(query: { before: number; limit: number }): Promise<(Part & { jobId?: string; confirmed: boolean })[]>
  /** Of the UTC month of `at`: sums by day (`2026-11-25`) and model. */
  spend(at: number): Promise<SpendLine[]>
}

/** Models that the operator has switched off while the server runs. */
export type Switches = {
  /** Since when, in milliseconds since 1970, by model. */
  off(): Promise<ReadonlyMap<string, number>>
  set(model: string, to: { on: boolean; at: number }): Promise<void>
}

/** What the end of a part adds to the sums. */
export function sumsAtEnd(reserved: number, { costMicroUsd, costCertain }: Cost): Omit<Sums, 'reservedMicroUsd'> {
  const settledMicroUsd = costMicroUsd ?? reserved
  return {
    settledMicroUsd,
    releasedMicroUsd: Math.max(0, reserved - settledMicroUsd),
    correctedMicroUsd: Math.max(0, settledMicroUsd - reserved),
    uncertainMicroUsd: costCertain ? 0 : settledMicroUsd,
  }
}
