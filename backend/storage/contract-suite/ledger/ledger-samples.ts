import { expect } from 'vitest'
import type { Budgets, Ledger, Part, Sums } from '../../money.ts'

export const noBudgets: Budgets = { modelDailyMicroUsd: new Map() }

/** Reserves what must be possible; prices by model. Answers with the parts by model. */
export async function reserved(
  ledger: Ledger,
  prices: Record<string, number>,
  { at, budgets = noBudgets, jobId }: { at: number; budgets?: Budgets; jobId?: string },
): Promise<Record<string, Part>> {
  const answer = await ledger.reserve({ at, parts: partsOf(prices), budgets, ...(jobId !== undefined && { jobId }) })
  if ('over' in answer) throw new Error(`Over the budget of a ${answer.over}`)
  const parts = Object.keys(prices).map((model) => [model, { reservation: answer.reservation, model }] as const)
  return Object.fromEntries(parts)
}

export const partsOf = (prices: Record<string, number>) =>
  Object.entries(prices).map(([model, microUsd]) => ({ model, microUsd }))

/** What is not named is 0. */
export const sums = (some: Partial<Sums>): Sums => ({
  reservedMicroUsd: 0,
  settledMicroUsd: 0,
  releasedMicroUsd: 0,
  correctedMicroUsd: 0,
  uncertainMicroUsd: 0,
  ...some,
})

/** The sums of one day and model; none when there is no line. */
export async function sumsOf(ledger: Ledger, at: number, model = 'red'): Promise<Sums> {
  const day = new Date(at).toISOString().slice(0, 10)
  const lines = (await ledger.spend(at)).filter((line) => line.day === day && line.model === model)
  expect(lines.length).toBeLessThan(2)
  const { day: _day, model: _model, ...found } = lines[0] ?? { day, model, ...sums({}) }
  return found
}

/** What counts as spent in the month. */
export const spent = async (ledger: Ledger, at: number) =>
  (await ledger.spend(at)).reduce(
    (sum, { reservedMicroUsd, correctedMicroUsd, releasedMicroUsd }) =>
      sum + reservedMicroUsd + correctedMicroUsd - releasedMicroUsd,
    0,
  )
