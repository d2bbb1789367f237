import { formatSum } from '../ui/sum.ts'
import { percent } from './chart-scale.ts'
import { type Day, dayInWords, spentOn } from './day.ts'

/** `left` and `width` are parts of the chart's width, `top` is the money at its upper edge. */
type DayBarProps = { day: Day; left: number; width: number; top: number }

/** From the ground up: charged, perhaps not charged, promised. */
export function DayBar({ day, left, width, top }: DayBarProps) {
  const { settledMicroUsd, openMicroUsd, uncertainMicroUsd } = day
  const pieces = [
    { kind: 'charged', microUsd: settledMicroUsd - uncertainMicroUsd, look: 'fill-accent' },
    { kind: 'perhaps', microUsd: uncertainMicroUsd, look: 'fill-rose' },
    { kind: 'promised', microUsd: openMicroUsd, look: 'fill-tint stroke-accent' },
  ]
  let below = 0
  return (
    <g>
      <title>{`${dayInWords(day)}: ${formatSum(spentOn(day))}`}</title>
      {/* The whole height answers to the pointer. */}
      <rect x={percent(left)} width={percent(width)} y="0" height="100%" className="fill-transparent" />
      {pieces.map(({ kind, microUsd, look }) => {
        below += microUsd
        return (
          microUsd > 0 && (
            <rect
              key={kind}
              x={percent(left + width * 0.16)}
              width={percent(width * 0.68)}
              y={percent(1 - below / top)}
              height={percent(microUsd / top)}
              rx="3"
              className={look}
            />
          )
        )
      })}
    </g>
  )
}
