import type { Model } from '../../contract/model.ts'
import { type ParameterName, parameterRanges } from '../../contract/parameters.ts'
import { Segmented } from '../ui/segmented.tsx'
import { useStore } from '../ui/store.ts'
import { AspectRatioPicker } from './aspect-ratio-picker.tsx'
import { CapField } from './cap-field.tsx'
import { draft, setParameter } from './draft.ts'
import type { FormFaults } from './generate-request.ts'
import { missingControls } from './missing-controls.ts'
import { NegativePromptField } from './negative-prompt-field.tsx'
import { OptionalSlider } from './optional-slider.tsx'
import { PresetPicker } from './preset-picker.tsx'
import { SeedField } from './seed-field.tsx'
import { isUsed } from './support.ts'

type ParametersPanelProps = { models: Model[]; chosen: Model[]; faults: FormFaults }

const counts = Array.from({ length: parameterRanges.imagesPerModel.max }, (_, place) => String(place + 1))

export function ParametersPanel({ models, chosen, faults }: ParametersPanelProps) {
  const { parameters, cap } = useStore(draft)
  const used = (name: ParameterName) => isUsed(name, chosen)
  const missing = missingControls(chosen, models)
  return (
    <div className="flex animate-arrive flex-col gap-6 px-4 pt-2 pb-5">
      {(used('steps') || used('guidance')) && <PresetPicker />}
      {used('aspectRatio') && (
        <AspectRatioPicker value={parameters.aspectRatio} fault={faults['parameters.aspectRatio']} />
      )}
      <Segmented
        label="Pictures per model"
        value={String(parameters.imagesPerModel ?? 1)}
        options={counts.map((value) => ({ value, text: value }))}
        onChange={(value) => setParameter('imagesPerModel', value === '1' ? undefined : Number(value))}
      />
      {used('steps') && <OptionalSlider name="steps" label="Steps" fault={faults['parameters.steps']} />}
      {used('guidance') && <OptionalSlider name="guidance" label="Guidance" fault={faults['parameters.guidance']} />}
      {used('seed') && <SeedField fault={faults['parameters.seed']} />}
      {used('negativePrompt') && <NegativePromptField fault={faults['parameters.negativePrompt']} />}
      {(cap !== undefined || models.some(({ priceMicroUsd }) => priceMicroUsd !== 0)) && (
        <CapField fault={faults['maxMicroUsd']} />
      )}
      {missing && <p className="text-2xs text-soft">{missing}</p>}
    </div>
  )
}
