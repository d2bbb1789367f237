import type { ReactNode } from 'react'
import type { Model } from '../../contract/model.ts'
import type { RefusalError } from '../../contract/refusal.ts'
import { Button } from '../ui/button.tsx'
import { formatMoney } from '../ui/money.ts'
import { play } from '../ui/sounds.ts'
import { changeDraft } from './draft.ts'
import { fitting } from './fitting.ts'
import { runPrice } from './price.ts'

type OverBudgetProps = { refusal: RefusalError; chosen: readonly Model[]; images: number; renewal: ReactNode }

/** What would cost too much, what is left, and what could be done about it now. */
export function OverBudget({ refusal: { message, details }, chosen, images, renewal }: OverBudgetProps) {
  // One model's own budget is not the whole run's, and the refusal names that model.
  const cheapest = details.scope === 'model' ? [] : fitting(chosen, images, details.leftMicroUsd ?? 0)
  return (
    <>
      <p className="font-semibold">{headings[details.scope ?? ''] ?? 'The budget is used up'}</p>
      <p className="mt-1 text-text">{message}</p>
      {renewal}
      {cheapest.length > 0 && (
        <Button
          className="mt-2.5 bg-high!"
          onClick={() => {
            changeDraft({ only: cheapest.map(({ id }) => id) })
            play('switch')
          }}
        >
          Keep the {cheapest.length === 1 ? 'cheapest' : `${cheapest.length} cheapest`} ·{' '}
          {formatMoney(runPrice(cheapest, images))}
        </Button>
      )}
    </>
  )
}

const headings: Record<string, string> = {
  day: 'More than is left for today',
  month: 'More than is left for this month',
  model: 'More than is left for one of the models today',
}
