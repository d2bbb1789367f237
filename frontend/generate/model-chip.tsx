import type { Model } from '../../contract/model.ts'
import { Icon } from '../ui/icon.tsx'
import { formatMoney } from '../ui/money.ts'
import { canPaint } from './models.ts'

/** `priced`: whether it says what a picture costs. */
type ModelChipProps = { model: Model; priced: boolean; on: boolean; onChange: (on: boolean) => void }

export function ModelChip({ model, priced, on, onChange }: ModelChipProps) {
  const words = note(model, priced)
  return (
    <label className="group relative inline-flex min-h-11 items-center gap-2 rounded-full px-3.5 text-sm text-soft ring-1 ring-high ring-inset transition hover:bg-surface has-checked:bg-tint has-checked:text-accent has-checked:ring-transparent has-checked:hover:ring-accent has-disabled:cursor-not-allowed has-disabled:text-faint has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input
        type="checkbox"
        className="absolute inset-0 rounded-full opacity-0"
        checked={on}
        disabled={!canPaint(model)}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className="grid size-4 shrink-0 place-items-center rounded-full border border-faint group-has-checked:border-transparent group-has-disabled:border-high">
        {on && <Icon name="check" className="size-4 stroke-[2.5]" />}
      </span>
      <span className="leading-tight group-has-disabled:line-through">{model.name}</span>
      {words && <span className="text-2xs text-soft group-has-disabled:text-faint">{words}</span>}
    </label>
  )
}

function note({ enabled, switchedOff, lifecycle, successor, priceMicroUsd, provider }: Model, priced: boolean): string {
  const instead = successor ? `, use ${successor}` : ''
  if (lifecycle.state === 'retired') return `retired${instead}`
  if (!enabled) return `switched off ${switchedOff ? 'by the operator' : 'here'}`
  if (lifecycle.state === 'retires') return `${formatMoney(priceMicroUsd)}, retires ${lifecycle.on}${instead}`
  return !priced ? '' : provider === 'sketch' ? 'sketch' : formatMoney(priceMicroUsd)
}
