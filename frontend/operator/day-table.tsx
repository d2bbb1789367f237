import { Icon } from '../ui/icon.tsx'
import { formatSum } from '../ui/sum.ts'
import { type Day, dayInWords, spentOn } from './day.ts'

/** The chart in figures, the latest day first. Days on which nothing was spent are left out. */
export function DayTable({ days }: { days: readonly Day[] }) {
  const spent = days.filter((day) => spentOn(day) > 0)
  return (
    <details className="group mt-2">
      <summary className="-ml-3 inline-flex min-h-11 list-none items-center gap-2 rounded-xl px-3 text-sm text-soft hover:bg-raised hover:text-text">
        The days as a table
        <Icon name="down" className="size-4 transition group-open:rotate-180" />
      </summary>
      <table className="mt-1 w-full max-w-3xl border-collapse text-left wrap-break-word text-sm tabular-nums">
        <caption className="sr-only">Spending by day, the latest first</caption>
        <thead className="text-2xs text-soft">
          <tr className="border-b border-high align-bottom">
            <th scope="col" className="py-2 pr-2 font-normal">
              Day
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-normal">
              Settled
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-normal">
              Perhaps not charged
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-normal">
              Promised
            </th>
          </tr>
        </thead>
        <tbody>
          {spent.toReversed().map((day) => (
            <tr key={day.day} className="border-b border-high/60">
              <th scope="row" className="py-2 pr-2 font-normal whitespace-nowrap">
                {dayInWords(day)}
              </th>
              <td className="py-2 pl-3 text-right whitespace-nowrap">{formatSum(day.settledMicroUsd)}</td>
              <td className="py-2 pl-3 text-right whitespace-nowrap">{formatSum(day.uncertainMicroUsd)}</td>
              <td className="py-2 pl-3 text-right whitespace-nowrap">{formatSum(day.openMicroUsd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
