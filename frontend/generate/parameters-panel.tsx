import type { Model } from '../../contract/model.ts'
import { parameterRanges } from '../../contract/parameters.ts'
import { Segmented } from '../ui/segmented.tsx'
import { useStore } from '../ui/store.ts'
import { AspectRatioPicker } from './aspect-ratio-picker.tsx'
import { CapField } from './cap-field.tsx'
import { Control } from './control.tsx'
import { draft, setParameter } from './draft.ts'
import type { FormFaults } from './generate-request.ts'
import { NegativePromptField } from './negative-prompt-field.tsx'
import { OptionalSlider } from './optional-slider.tsx'
import { PresetPicker } from './preset-picker.tsx'
import { SeedField } from './seed-field.tsx'
import { supportOf } from './support-hint.ts'

type ParametersPanelProps = { models: Model[]; chosen: Model[]; faults: FormFaults }

const counts = Array.from({ length: parameterRanges.imagesPerModel.max }, (_, place) => String(place + 1))

export function ParametersPanel({ models, chosen, faults }: ParametersPanelProps) {
  const { parameters, cap } = useStore(draft)
  const around = { parameters, chosen, all: models }
  const [shape, steps, guidance, seed, negativePrompt] = [
    supportOf('aspectRatio', around),
    supportOf('steps', around),
    supportOf('guidance', around),
    supportOf('seed', around),
    supportOf('negativePrompt', around),
  ]
  const noPreset = steps.dead && guidance.dead
  return (
    <div className="flex animate-arrive flex-col gap-6 px-4 pt-2 pb-5">
      <Control
        support={{
          dead: noPreset,
          hint: noPreset ? 'Sets steps and guidance, which no chosen model takes.' : undefined,
        }}
      >
        {(hintId) => <PresetPicker describedBy={hintId} />}
      </Control>
      {/* A shape that nobody takes is changed here. */}
      <Control support={{ ...shape, dead: !chosen.some(({ abilities }) => abilities.aspectRatios.length > 0) }}>
        {(hintId) => (
          <AspectRatioPicker
            value={parameters.aspectRatio}
            offered={chosen.flatMap(({ abilities }) => abilities.aspectRatios)}
            describedBy={hintId}
            fault={faults['parameters.aspectRatio']}
          />
        )}
      </Control>
      <Segmented
        label="Pictures per model"
        value={String(parameters.imagesPerModel ?? 1)}
        options={counts.map((value) => ({ value, text: value }))}
        onChange={(value) => setParameter('imagesPerModel', value === '1' ? undefined : Number(value))}
      />
      <Control support={steps}>
        {(hintId) => (
          <OptionalSlider name="steps" label="Steps" describedBy={hintId} fault={faults['parameters.steps']} />
        )}
      </Control>
      <Control support={guidance}>
        {(hintId) => (
          <OptionalSlider name="guidance" label="Guidance" describedBy={hintId} fault={faults['parameters.guidance']} />
        )}
      </Control>
      <Control support={seed}>
        {(hintId) => <SeedField describedBy={hintId} fault={faults['parameters.seed']} />}
      </Control>
      <Control support={negativePrompt}>
        {(hintId) => <NegativePromptField describedBy={hintId} fault={faults['parameters.negativePrompt']} />}
      </Control>
      {(cap !== undefined || models.some(({ priceMicroUsd }) => priceMicroUsd !== 0)) && (
        <CapField fault={faults['maxMicroUsd']} />
      )}
    </div>
  )
}
