import { useId } from 'react'
import { parameterRanges } from '../../contract/parameters.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useStore } from '../ui/store.ts'
import { draft, setParameter } from './draft.ts'
import { FieldFault } from './field-fault.tsx'

const { max } = parameterRanges.seed

/** Empty: another one is drawn for each run. */
export function SeedField({ describedBy, fault }: { describedBy: string; fault: string | undefined }) {
  const { seed } = useStore(draft).parameters
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-2 block text-sm font-medium">
        Seed
      </label>
      <div className="flex gap-1.5">
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          placeholder="random each time"
          className="min-h-11 w-full min-w-0 rounded-xl bg-raised px-3 text-sm tabular-nums"
          value={seed ?? ''}
          aria-describedby={`${describedBy} ${id}-note`}
          onChange={(event) => setParameter('seed', seedOf(event.currentTarget.value))}
        />
        <IconButton
          icon="dice"
          label="Draw a seed"
          onClick={() => setParameter('seed', Math.floor(Math.random() * (max + 1)))}
        />
        {seed !== undefined && (
          <Button look="bare" className="shrink-0 px-2!" onClick={() => setParameter('seed', undefined)}>
            Random
          </Button>
        )}
      </div>
      <div id={`${id}-note`}>
        <FieldFault id={`${id}-fault`} fault={fault} />
      </div>
    </div>
  )
}

function seedOf(text: string): number | undefined {
  const digits = text.replaceAll(/\D/gu, '')
  return digits === '' ? undefined : Math.min(Number(digits), max)
}
