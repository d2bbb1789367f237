import type { Model } from '../../contract/model.ts'
import { Icon } from '../ui/icon.tsx'
import { formatMoney } from '../ui/money.ts'
import { canPaint, isGone } from './models.ts'
import { RetirementBadge } from './retirement-badge.tsx'
import { isSketch } from './sketch-note.tsx'

/**
 * `priced`: whether it says what a picture costs. `catalogued`: whether others are in the catalogue, so that it says when
 * it is not. `onMore`: what to do about a model that is retired.
 */
type ModelChipProps = {
  model: Model
  priced: boolean
  catalogued: boolean
  on: boolean
  onChange: (on: boolean) => void
  onMore: () => void
}

const look =
  'group relative inline-flex min-h-11 items-center gap-2 rounded-3xl px-3.5 py-1.5 text-left text-sm leading-tight ring-1 ring-high ring-inset transition hover:bg-surface'
const words = 'flex flex-wrap items-center gap-x-2 gap-y-0.5'

export function ModelChip({ model, priced, catalogued, on, onChange, onMore }: ModelChipProps) {
  const note = noteOf(model, priced)
  if (isGone(model)) {
    return (
      <button type="button" aria-haspopup="dialog" className={`${look} flex-wrap gap-y-0! text-faint`} onClick={onMore}>
        <s>{model.name}</s> <span className="text-2xs">{note}</span>
      </button>
    )
  }
  return (
    <label
      className={`${look} text-soft has-checked:bg-tint has-checked:text-accent has-checked:ring-transparent has-checked:hover:ring-accent has-disabled:cursor-not-allowed has-disabled:text-faint has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent`}
    >
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
      <span className={words}>
        <span className="group-has-disabled:line-through">{model.name}</span>
        {note && <span className="text-2xs text-soft group-has-disabled:text-faint">{note}</span>}
        <RetirementBadge model={model} />
        {catalogued && model.lifecycle.state === 'unknown' && <span className="text-2xs">not in the catalogue</span>}
      </span>
    </label>
  )
}

function noteOf(model: Model, priced: boolean): string {
  if (isGone(model)) return model.successor ? `retired, successor is ${model.successor}` : 'retired'
  if (!model.enabled) return `switched off ${model.switchedOff ? 'by the operator' : 'here'}`
  return !priced ? '' : isSketch(model) ? 'sketch' : formatMoney(model.priceMicroUsd)
}
