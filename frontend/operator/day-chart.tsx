import { useId } from 'react'
import { formatSum } from '../ui/sum.ts'
import { daysInMonth, percent, roundUp } from './chart-scale.ts'
import { type Day, dayInWords, spentOn } from './day.ts'
import { DayBar } from './day-bar.tsx'
import { DayTable } from './day-table.tsx'

type DayChartProps = { at: string; days: readonly Day[]; budgetMicroUsd: number | null }

// Pixels from the upper edge, and between the lowest line and the highest.
const upperEdge = 8
const height = 208

/** A bar for each day of the month, with the same figures as a table beneath. */
export function DayChart({ at, days, budgetMicroUsd }: DayChartProps) {
  const id = useId()
  const count = daysInMonth(at)
  const largest = Math.max(...days.map(spentOn))
  // A budget far above the bars would only flatten them.
  const budget = budgetMicroUsd !== null && budgetMicroUsd > 0 && budgetMicroUsd <= largest * 3 ? budgetMicroUsd : 0
  const top = roundUp(Math.max(largest, budget))
  return (
    <>
      <Legend days={days} budget={budget} />
      <div className="mt-3 flex h-60 text-2xs">
        <svg aria-hidden="true" className="h-full w-14 shrink-0 overflow-visible">
          {[top, top / 2].map((money, place) => (
            <text key={money} x="0" y={upperEdge + (place * height) / 2} dy="4" className="fill-soft tabular-nums">
              {formatSum(money)}
            </text>
          ))}
        </svg>
        {/* The rule knows no drawing within the page. */}
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
        <svg role="img" aria-labelledby={id} className="h-full min-w-0 flex-1 overflow-visible">
          <title id={id}>{inWords(days)}</title>
          <svg y={upperEdge} height={height} className="overflow-visible">
            {[0, 0.5, 1].map((part) => (
              <Line key={part} at={part} className="stroke-high" />
            ))}
            {days.map((day, place) => (
              <DayBar key={day.day} day={day} left={place / count} width={1 / count} top={top} />
            ))}
            {budget > 0 && <Line at={1 - budget / top} className="stroke-rose [stroke-dasharray:5_4]" />}
          </svg>
          {labelled(count).map((day) => (
            <text
              key={day}
              x={percent((day - 0.5) / count)}
              y={upperEdge + height + 18}
              textAnchor="middle"
              className={day === days.length ? 'fill-text font-semibold' : 'fill-soft'}
            >
              {day}
            </text>
          ))}
        </svg>
      </div>
      <DayTable days={days} />
    </>
  )
}

const Line = ({ at, className }: { at: number; className: string }) => (
  <line x1="0" x2="100%" y1={percent(at)} y2={percent(at)} className={className} />
)

const labelled = (count: number): number[] => [1, 5, 10, 15, 20, 25, count]

function inWords(days: readonly Day[]): string {
  const sum = days.reduce((total, day) => total + spentOn(day), 0)
  const most = days.reduce((a, b) => (spentOn(b) > spentOn(a) ? b : a))
  return `Spending by day: ${formatSum(sum)} in ${days.length} days, most of it on ${dayInWords(most)}: ${formatSum(spentOn(most))}. The table below tells every day.`
}

function Legend({ days, budget }: { days: readonly Day[]; budget: number }) {
  const shown = kinds.filter(({ of }) => days.some((day) => of(day) > 0))
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-2xs text-soft">
      {shown.map(({ words, look }) => (
        <li key={words} className="flex items-center gap-2">
          <span aria-hidden="true" className={`size-3 rounded-[3px] ${look}`} />
          {words}
        </li>
      ))}
      {budget > 0 && (
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className="w-4 border-t-2 border-dashed border-rose" />
          the day’s budget, {formatSum(budget)}
        </li>
      )}
    </ul>
  )
}

const kinds = [
  { words: 'charged', look: 'bg-accent', of: chargedFor },
  { words: 'may not have been charged', look: 'bg-rose', of: ({ uncertainMicroUsd }: Day) => uncertainMicroUsd },
  {
    words: 'promised to runs that have not ended',
    look: 'border-2 border-accent bg-tint',
    of: ({ openMicroUsd }: Day) => openMicroUsd,
  },
]

function chargedFor({ settledMicroUsd, uncertainMicroUsd }: Day): number {
  return settledMicroUsd - uncertainMicroUsd
}
