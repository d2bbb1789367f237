import type { SpendReply } from '../../contract/operator.ts'
import { BudgetPanel } from './budget-panel.tsx'
import { spentOn } from './day.ts'
import { DayChart } from './day-chart.tsx'
import { Forecast } from './forecast.tsx'
import type { Live } from './live.ts'
import { Panel, PanelSkeleton } from './panel.tsx'
import { PartFault } from './part-fault.tsx'

/** What was spent today and this month, and how it went by day. */
export function SpendPanel({ spend }: { spend: Live<SpendReply> }) {
  const { data, error } = spend
  if (!data) {
    return error ? (
      <PartFault
        title="Spending"
        of={spend}
        meanwhile="As long as the server cannot know it, it starts nothing that costs money."
      />
    ) : (
      <div className="grid gap-4 md:grid-cols-2">
        <PanelSkeleton className="h-44" />
        <PanelSkeleton className="h-44" />
        <PanelSkeleton className="h-80 md:col-span-2" />
      </div>
    )
  }
  const { at, today, month, days } = data
  const spentNothing = days.every((day) => spentOn(day) === 0)
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <BudgetPanel title="Today" sums={today} setting="DAILY_BUDGET_USD" />
      <BudgetPanel title={monthOf(at)} sums={month} setting="MONTHLY_BUDGET_USD">
        <Forecast month={month} name={monthOf(at)} />
      </BudgetPanel>
      <Panel title="By day" className="md:col-span-2">
        {spentNothing ? <NothingSpent /> : <DayChart at={at} days={days} budgetMicroUsd={today.budgetMicroUsd} />}
      </Panel>
    </div>
  )
}

const NothingSpent = () => (
  <p className="max-w-xl pt-3 pb-2">
    Nothing has been spent this month. What is free, such as the sketches, is not counted; as soon as a picture costs
    money, its day stands here.
  </p>
)

const monthOf = (iso: string): string =>
  new Date(iso).toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })
