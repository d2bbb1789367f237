import { useEffect, useId, useRef } from 'react'
import type { Model } from '../../contract/model.ts'
import { formatMoney } from '../ui/money.ts'
import { abilityWords } from './ability-words.ts'
import { canPaint, isGone } from './models.ts'
import { RetirementBadge } from './retirement-badge.tsx'
import { SuccessorLine } from './successor-line.tsx'

/** `first`: the one that somebody asked after. */
type ModelRowProps = { model: Model; on: boolean; first: boolean; onChange: (on: boolean) => void }

/** One model: to choose, with its price, its abilities and how long it can still be used. */
export function ModelRow({ model, on, first, onChange }: ModelRowProps) {
  const id = useId()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!first) return
    row.current?.focus()
    row.current?.scrollIntoView({ block: 'center' })
  }, [first])
  const gone = isGone(model)
  return (
    <li
      ref={row}
      tabIndex={first ? -1 : undefined}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-1 text-2xs text-soft sm:grid-cols-[17rem_minmax(0,1fr)_auto]"
    >
      <label className="flex min-h-11 items-center gap-3 text-sm text-text has-disabled:text-faint">
        <input
          type="checkbox"
          className="size-4.5 shrink-0 accent-fill"
          checked={on}
          disabled={!canPaint(model)}
          aria-describedby={id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span className={gone ? 'line-through' : 'font-medium'}>{model.name}</span>
      </label>
      <span className="text-sm tabular-nums sm:order-last">{!gone && formatMoney(model.priceMicroUsd)}</span>
      <div id={id} className="col-span-2 pl-7.5 pb-2 sm:col-span-1 sm:py-2 sm:pl-0">
        {!gone && <Abilities model={model} />}
        {model.switchedOff && <p className="mt-1.5">Switched off by the operator.</p>}
        {model.lifecycle.state === 'unknown' && (
          <p className="mt-1.5">Not in the catalogue: whether and when it retires is not known.</p>
        )}
        <SuccessorLine model={model} />
      </div>
    </li>
  )
}

function Abilities({ model }: { model: Model }) {
  return (
    <ul className="flex flex-wrap items-center gap-1.5">
      {abilityWords(model).map((words) => (
        <li key={words} className="rounded-lg bg-raised px-2 py-0.5 text-text">
          {words}
        </li>
      ))}
      <li className="empty:hidden">
        <RetirementBadge model={model} />
      </li>
    </ul>
  )
}
