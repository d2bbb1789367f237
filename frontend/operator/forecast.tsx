import type { SpendReply } from '../../contract/operator.ts'
import { formatSum } from '../ui/sum.ts'

/** Where the month ends if it goes on like this. */
export function Forecast({ month, name }: { month: SpendReply['month']; name: string }) {
  const { forecastMicroUsd, budgetMicroUsd, settledMicroUsd, openMicroUsd } = month
  if (settledMicroUsd + openMicroUsd === 0) return null
  const over = budgetMicroUsd === null ? 0 : forecastMicroUsd - budgetMicroUsd
  return (
    <p className="mt-3 text-sm tabular-nums">
      At this pace <strong className="font-semibold">{formatSum(forecastMicroUsd)}</strong> by the end of {name}
      {over > 0 && <span className="text-rose">, {formatSum(over)} over the budget</span>}.
    </p>
  )
}
