import { type AspectRatio, aspectRatios } from '../../contract/parameters.ts'
import { Segmented } from '../ui/segmented.tsx'
import { setParameter } from './draft.ts'
import { FieldFault } from './field-fault.tsx'

const own = 'own'
const options = [own, ...aspectRatios] as const

type AspectRatioPickerProps = {
  value: AspectRatio | undefined
  /** By one of the chosen models at least. */
  offered: readonly AspectRatio[]
  describedBy: string
  fault: string | undefined
}

export function AspectRatioPicker({ value, offered, describedBy, fault }: AspectRatioPickerProps) {
  return (
    <div>
      <Segmented
        label="Shape"
        describedBy={describedBy}
        value={value ?? own}
        options={options.map((option) => ({
          value: option,
          text: option === own ? 'Default' : <Shape ratio={option} />,
          // Not the chosen one: the keyboard enters radio buttons where they are checked.
          dead: option !== own && option !== value && !offered.includes(option),
        }))}
        onChange={(next) => setParameter('aspectRatio', next === own ? undefined : next)}
      />
      <FieldFault id="shape-fault" fault={fault} />
    </div>
  )
}

function Shape({ ratio }: { ratio: AspectRatio }) {
  return (
    <>
      <span aria-hidden="true" className={`rounded-[3px] border-2 border-current ${shapes[ratio]}`} />
      {ratio}
    </>
  )
}

const shapes = {
  '1:1': 'h-3.5 w-3.5',
  '3:2': 'h-3 w-4.5',
  '2:3': 'h-4.5 w-3',
  '4:3': 'h-3 w-4',
  '3:4': 'h-4 w-3',
  '16:9': 'h-2.5 w-5',
  '9:16': 'h-5 w-2.5',
} as const satisfies Record<AspectRatio, string>
