import type { Model } from '../../contract/model.ts'
import { parameterRanges } from '../../contract/parameters.ts'
import { Segmented } from '../ui/segmented.tsx'
import { useStore } from '../ui/store.ts'
import { AspectRatioPicker } from './aspect-ratio-picker.tsx'
import { draft, setParameter } from './draft.ts'
import type { FormFaults } from './generate-request.ts'
import { NegativePromptField } from './negative-prompt-field.tsx'
import { OptionalSlider } from './optional-slider.tsx'
import { PresetPicker } from './preset-picker.tsx'
import { SeedField } from './seed-field.tsx'
import { supportHint } from './support.ts'

type ParametersPanelProps = { models: Model[]; chosen: Model[]; faults: FormFaults }

const counts = Array.from({ length: parameterRanges.imagesPerModel.max }, (_, place) => String(place + 1))

export function ParametersPanel({ models, chosen, faults }: ParametersPanelProps) {
  const { parameters } = useStore(draft)
  const hint = (name: 'steps' | 'guidance' | 'seed' | 'aspectRatio' | 'negativePrompt') =>
    supportHint(name, chosen, models)
  return (
    <div className="flex animate-arrive flex-col gap-6 px-4 pt-2 pb-5">
      <PresetPicker hint={hint('steps') && hint('guidance')} />
      <AspectRatioPicker
        value={parameters.aspectRatio}
        hint={hint('aspectRatio')}
        fault={faults['parameters.aspectRatio']}
      />
      <Segmented
        label="Pictures per model"
        value={String(parameters.imagesPerModel ?? 1)}
        options={counts.map((value) => ({ value, text: value }))}
        onChange={(value) => setParameter('imagesPerModel', value === '1' ? undefined : Number(value))}
      />
      <OptionalSlider name="steps" label="Steps" hint={hint('steps')} fault={faults['parameters.steps']} />
      <OptionalSlider name="guidance" label="Guidance" hint={hint('guidance')} fault={faults['parameters.guidance']} />
      <SeedField hint={hint('seed')} fault={faults['parameters.seed']} />
      <NegativePromptField hint={hint('negativePrompt')} fault={faults['parameters.negativePrompt']} />
    </div>
  )
}
