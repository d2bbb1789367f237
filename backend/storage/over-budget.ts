import type { Budgets, OverBudget, SpendLine } from './money.ts'

/** Which budget the parts would exceed: of several, the one that stays exhausted longest. */
export function overBudget({
  month,
  day,
  parts,
  budgets,
}: {
  /** What was spent in the month of `day`. */
  month: readonly SpendLine[]
  day: string
  parts: readonly { model: string; microUsd: number }[]
  budgets: Budgets
}): OverBudget | undefined {
  const price = parts.reduce((sum, { microUsd }) => sum + microUsd, 0)
  const ofMonth = left(budgets.monthlyMicroUsd, month)
  if (price > ofMonth) return { over: 'month', leftMicroUsd: ofMonth }

  const today = month.filter((line) => line.day === day)
  const ofDay = left(budgets.dailyMicroUsd, today)
  if (price > ofDay) return { over: 'day', leftMicroUsd: ofDay }

  for (const { model, microUsd } of parts) {
    const ofModel = left(
      budgets.modelDailyMicroUsd.get(model),
      today.filter((line) => line.model === model),
    )
    if (microUsd > ofModel) return { over: 'model', model, leftMicroUsd: ofModel }
  }
  return undefined
}

/** A correction may have taken more than there was. */
const left = (budget = Infinity, lines: readonly SpendLine[]) =>
  Math.max(
    0,
    lines.reduce((rest, line) => rest - keptOf(line), budget),
  )

/** Whatever was not given back counts as spent. */
const keptOf = ({ reservedMicroUsd, correctedMicroUsd, releasedMicroUsd }: SpendLine) =>
  reservedMicroUsd + correctedMicroUsd - releasedMicroUsd
