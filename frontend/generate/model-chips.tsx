import type { Model } from '../../contract/model.ts'
import { Button } from '../ui/button.tsx'
import { play } from '../ui/sounds.ts'
import { useStore } from '../ui/store.ts'
import { changeDraft, draft } from './draft.ts'
import { FieldFault } from './field-fault.tsx'
import { ModelChip } from './model-chip.tsx'
import { canPaint, chosenModels, modelsOff } from './models.ts'
import { isSketch, SketchNote } from './sketch-note.tsx'

export function ModelChips({ models, fault }: { models: Model[]; fault: string | undefined }) {
  const current = useStore(draft)
  const able = models.filter(canPaint)
  const chosen = chosenModels(models, current)
  const off = modelsOff(models, current)
  const all = chosen.length === able.length
  const sketches = able.filter(isSketch)
  const sketchIds = sketches.map(({ id }) => id)
  const sketching = sketches.some((model) => chosen.includes(model))
  const priced = able.some(({ priceMicroUsd }) => priceMicroUsd !== 0)

  return (
    <fieldset className="min-w-0" aria-describedby="models-fault">
      <legend className="sr-only">Models</legend>
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <p className="text-sm font-medium">
          <span aria-hidden="true">Models </span>
          <span className="font-normal text-soft">
            {chosen.length} of {able.length} selected
          </span>
        </p>
        <div className="-mr-3 ml-auto flex">
          {sketches.length > 0 && sketches.length < able.length && (
            <Button
              look="bare"
              className="px-3! text-accent!"
              onClick={() => change([...off.filter((id) => !sketchIds.includes(id)), ...(sketching ? sketchIds : [])])}
            >
              {sketching ? 'Sketches off' : 'Sketches on'}
            </Button>
          )}
          <Button
            look="bare"
            className="px-3! text-accent!"
            onClick={() => change(all ? able.map(({ id }) => id) : [])}
          >
            {all ? 'Clear all' : 'Select all'}
          </Button>
        </div>
      </div>
      <SketchNote models={models} />
      <ul className="flex flex-wrap gap-1.5">
        {models.map((model) => (
          <li key={model.id}>
            <ModelChip
              model={model}
              priced={priced}
              on={chosen.includes(model)}
              onChange={(on) => change(on ? off.filter((id) => id !== model.id) : [...off, model.id])}
            />
          </li>
        ))}
      </ul>
      <FieldFault id="models-fault" fault={fault} />
    </fieldset>
  )
}

function change(off: string[]) {
  changeDraft({ off, only: undefined })
  play('switch')
}
