import type { SpendReply } from '../../contract/operator.ts'
import type { Budgets, Sums } from '../storage/money.ts'
import { dayOf, daysOfMonth } from './utc-days.ts'

type Line = Sums & { day: string; model: string }

/** What the operator is shown of the UTC month of `at`. `models`: those that are configured. */
export function spendReport(
  lines: readonly Line[],
  { at, budgets, models }: { at: number; budgets: Budgets; models: readonly { id: string; name: string }[] },
): SpendReply {
  const today = dayOf(at)
  const ofToday = lines.filter(({ day }) => day === today)
  const days = daysOfMonth(at)
  const elapsed = days.filter((day) => day <= today)
  const month = sum(lines)
  return {
    at: new Date(at).toISOString(),
    today: { ...sum(ofToday), budgetMicroUsd: budgets.dailyMicroUsd ?? null },
    month: {
      ...month,
      budgetMicroUsd: budgets.monthlyMicroUsd ?? null,
      // Today counts as a whole day: in the first hours of a month there is too little to go by.
      forecastMicroUsd: Math.round((total(month) / elapsed.length) * days.length),
    },
    days: elapsed.map((day) => ({ day, ...sum(lines.filter((line) => line.day === day)) })),
    models: withOthers(models, lines).map(({ id, name }) => ({
      model: id,
      name,
      todayMicroUsd: total(sum(ofToday.filter(({ model }) => model === id))),
      monthMicroUsd: total(sum(lines.filter(({ model }) => model === id))),
      dailyBudgetMicroUsd: budgets.modelDailyMicroUsd.get(id) ?? null,
    })),
  }
}

const sum = (lines: readonly Sums[]) =>
  lines.reduce(
    (sums, line) => ({
      settledMicroUsd: sums.settledMicroUsd + line.settledMicroUsd,
      openMicroUsd:
        sums.openMicroUsd +
        (line.reservedMicroUsd + line.correctedMicroUsd - line.settledMicroUsd - line.releasedMicroUsd),
      uncertainMicroUsd: sums.uncertainMicroUsd + line.uncertainMicroUsd,
    }),
    { settledMicroUsd: 0, openMicroUsd: 0, uncertainMicroUsd: 0 },
  )

const total = ({ settledMicroUsd, openMicroUsd }: ReturnType<typeof sum>) => settledMicroUsd + openMicroUsd

/** What money was spent on and is not configured (any more) has no other name than its id. */
function withOthers(models: readonly { id: string; name: string }[], lines: readonly Line[]) {
  const known = new Set(models.map(({ id }) => id))
  const others = new Set(
    lines.filter((line) => !known.has(line.model) && total(sum([line])) > 0).map(({ model }) => model),
  )
  return [...models, ...[...others].map((id) => ({ id, name: id }))]
}
