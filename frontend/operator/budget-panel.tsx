import type { ReactNode } from 'react'
import { formatSum } from '../ui/sum.ts'
import { Panel } from './panel.tsx'

type Sums = {
  settledMicroUsd: number
  openMicroUsd: number
  uncertainMicroUsd: number
  budgetMicroUsd: number | null
}
/** `setting`: the variable that sets the budget. */
type BudgetPanelProps = { title: string; sums: Sums; setting: string; children?: ReactNode }

/** What was spent in a day or month, against its budget. What is promised to unfinished runs counts. */
export function BudgetPanel({ title, sums, setting, children }: BudgetPanelProps) {
  const { settledMicroUsd, openMicroUsd, uncertainMicroUsd, budgetMicroUsd } = sums
  const spent = settledMicroUsd + openMicroUsd
  return (
    <Panel title={title}>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-3 tabular-nums">
        <span className="text-4xl font-semibold tracking-tight">{formatSum(spent)}</span>
        <span className="text-soft">
          {budgetMicroUsd === null ? 'no budget is set' : `of ${formatSum(budgetMicroUsd)}`}
        </span>
      </p>
      {budgetMicroUsd === null ? (
        <p className="mt-2 text-sm text-soft">
          <code>{setting}</code> sets one; then nothing is started that would pass it.
        </p>
      ) : (
        <Left spent={spent} budget={budgetMicroUsd} title={title} />
      )}
      {(openMicroUsd > 0 || uncertainMicroUsd > 0) && (
        <ul className="mt-3 flex flex-col gap-0.5 text-sm text-soft tabular-nums">
          {openMicroUsd > 0 && <li>{formatSum(openMicroUsd)} of it is promised to runs that have not ended</li>}
          {uncertainMicroUsd > 0 && <li>{formatSum(uncertainMicroUsd)} of it may not have been charged</li>}
        </ul>
      )}
      {children}
    </Panel>
  )
}

function Left({ spent, budget, title }: { spent: number; budget: number; title: string }) {
  const left = budget - spent
  return (
    <>
      <progress
        className="progress-line mt-3"
        aria-label={`Spent of the budget, ${title}`}
        max={Math.max(budget, 1)}
        value={budget === 0 ? 1 : Math.min(spent, budget)}
      />
      <p className={`mt-2 text-sm tabular-nums ${left <= 0 ? 'text-rose' : 'text-soft'}`}>
        {leftInWords(left, budget)}
      </p>
    </>
  )
}

function leftInWords(left: number, budget: number): string {
  if (budget === 0) return 'Nothing that costs money is started.'
  if (left > 0) return `${formatSum(left)} left`
  return left === 0
    ? 'Used up: nothing more that costs money is started.'
    : `${formatSum(-left)} over: nothing more is started.`
}
