import type { Model } from '../../contract/model.ts'
import { formatMoney } from '../ui/money.ts'
import { formatSum } from '../ui/sum.ts'
import { runPrice } from './price.ts'

type WithinBudgetProps = { leftMicroUsd: number; chosen: readonly Model[]; images: number }

/** Of a run that was refused as too dear and has been made cheaper since. */
export function WithinBudget({ leftMicroUsd, chosen, images }: WithinBudgetProps) {
  const price = runPrice(chosen, images)
  return (
    <p className="text-sage">
      This run{' '}
      {price === 0 ? 'is free' : `costs ${formatMoney(price)} at most, within the ${formatSum(leftMicroUsd)} left`}: you
      can generate it now.
    </p>
  )
}
