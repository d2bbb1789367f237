import type { Model } from '../../contract/model.ts'
import { formatMoney } from '../ui/money.ts'
import { canPaint } from './models.ts'

type ModelChipProps = { model: Model; place: number; on: boolean; onChange: (on: boolean) => void }

export function ModelChip({ model, place, on, onChange }: ModelChipProps) {
  return (
    <label className="group relative inline-flex min-h-11 items-center gap-2 rounded-full px-3.5 text-sm text-soft ring-1 ring-high ring-inset transition hover:bg-surface has-checked:bg-raised has-checked:text-text has-checked:ring-transparent has-checked:hover:bg-high has-disabled:cursor-not-allowed has-disabled:text-faint has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input
        type="checkbox"
        className="absolute inset-0 rounded-full opacity-0"
        checked={on}
        disabled={!canPaint(model)}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={`size-2 shrink-0 rounded-full bg-high transition ${dots[place % dots.length]}`} />
      <span className="leading-tight group-has-disabled:line-through">{model.name}</span>
      <span className="text-2xs text-soft group-has-disabled:text-faint">{note(model)}</span>
    </label>
  )
}

const dots = ['group-has-checked:bg-accent', 'group-has-checked:bg-rose', 'group-has-checked:bg-sage']

function note({ enabled, lifecycle, successor, priceMicroUsd }: Model): string {
  const instead = successor ? `, use ${successor}` : ''
  if (lifecycle.state === 'retired') return `retired${instead}`
  if (!enabled) return 'switched off here'
  if (lifecycle.state === 'retires') return `${formatMoney(priceMicroUsd)}, retires ${lifecycle.on}${instead}`
  return formatMoney(priceMicroUsd)
}
