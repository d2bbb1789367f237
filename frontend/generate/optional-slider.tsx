import { useId } from 'react'
import { parameterRanges } from '../../contract/parameters.ts'
import { Button } from '../ui/button.tsx'
import { Slider } from '../ui/slider.tsx'
import { useStore } from '../ui/store.ts'
import { draft, setParameter } from './draft.ts'
import { FieldFault } from './field-fault.tsx'

type OptionalSliderProps = {
  name: 'steps' | 'guidance'
  label: string
  describedBy: string
  fault: string | undefined
}

/** Until it is moved nothing is sent, and each model takes its own value; there is a way back to that. */
export function OptionalSlider({ name, label, describedBy, fault }: OptionalSliderProps) {
  const value = useStore(draft).parameters[name]
  const { start, ...range } = parameterRanges[name]
  const id = useId()
  return (
    <div className="-mb-2">
      <Slider
        {...range}
        label={label}
        value={value ?? start}
        text={value === undefined ? 'Default' : String(value)}
        describedBy={`${describedBy} ${id}-fault`}
        onChange={(next) => setParameter(name, Math.round(next * 10) / 10)}
      />
      {value !== undefined && (
        <Button look="bare" className="-ml-3 px-3! text-2xs!" onClick={() => setParameter(name, undefined)}>
          {`Default ${name}`}
        </Button>
      )}
      <FieldFault id={`${id}-fault`} fault={fault} />
    </div>
  )
}
