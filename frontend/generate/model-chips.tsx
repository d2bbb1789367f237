import { Suspense, useState } from 'react'
import type { Model } from '../../contract/model.ts'
import { Button } from '../ui/button.tsx'
import { lazyPart } from '../ui/lazy-part.tsx'
import { useStore } from '../ui/store.ts'
import { draft } from './draft.ts'
import { FieldFault } from './field-fault.tsx'
import { MakerGroups } from './maker-groups.tsx'
import { ModelChip } from './model-chip.tsx'
import { canPaint, choose, chosenModels } from './models.ts'
import { isSketch, SketchNote } from './sketch-note.tsx'

const ModelsSheet = lazyPart(async () => (await import('./models-sheet.tsx')).ModelsSheet)

export function ModelChips({ models, fault }: { models: Model[]; fault: string | undefined }) {
  /** When more is to be seen of the models: the id of the one to begin with, or nothing in particular. */
  const [sheet, setSheet] = useState<string>()
  const able = models.filter(canPaint)
  const chosen = chosenModels(models, useStore(draft))
  const all = chosen.length === able.length
  const sketches = able.filter(isSketch)
  const sketching = sketches.some((model) => chosen.includes(model))
  const priced = able.some(({ priceMicroUsd }) => priceMicroUsd !== 0)
  const catalogued = able.some(({ lifecycle }) => lifecycle.state !== 'unknown')

  return (
    <fieldset className="min-w-0" aria-describedby="models-fault">
      <legend className="sr-only">Models</legend>
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <p className="text-sm font-medium">
          <span aria-hidden="true">Models </span>
          <span className="font-normal text-soft">
            {chosen.length} of {able.length}
            <span className="sr-only"> selected</span>
          </span>
        </p>
        <div className="-mr-2 ml-auto flex">
          <Choice onClick={() => setSheet('')}>Abilities</Choice>
          {sketches.length > 0 && sketches.length < able.length && (
            <Choice onClick={() => choose(models, sketches, !sketching)}>
              {sketching ? 'Sketches off' : 'Sketches on'}
            </Choice>
          )}
          <Choice onClick={() => choose(models, able, !all)}>{all ? 'Clear all' : 'Select all'}</Choice>
        </div>
      </div>
      <SketchNote models={models} />
      <MakerGroups models={models} chosen={chosen}>
        {(model) => (
          <ModelChip
            model={model}
            priced={priced}
            catalogued={catalogued}
            on={chosen.includes(model)}
            onChange={(on) => choose(models, [model], on)}
            onMore={() => setSheet(model.id)}
          />
        )}
      </MakerGroups>
      <FieldFault id="models-fault" fault={fault} />
      <Suspense>
        {sheet !== undefined && <ModelsSheet models={models} first={sheet} onClose={() => setSheet(undefined)} />}
      </Suspense>
    </fieldset>
  )
}

const Choice = (props: { children: string; onClick: () => void }) => (
  <Button look="bare" className="px-2! text-accent!" {...props} />
)
