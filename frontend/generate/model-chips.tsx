import type { Model } from '../../contract/model.ts'
import { Button } from '../ui/button.tsx'
import { play } from '../ui/sounds.ts'
import { useStore } from '../ui/store.ts'
import { changeDraft, draft } from './draft.ts'
import { FieldFault } from './field-fault.tsx'
import { ModelChip } from './model-chip.tsx'
import { canPaint, chosenModels } from './models.ts'

export function ModelChips({ models, fault }: { models: Model[]; fault: string | undefined }) {
  const { off } = useStore(draft)
  const able = models.filter(canPaint)
  const chosen = chosenModels(models, off)
  const all = chosen.length === able.length

  return (
    <fieldset className="min-w-0" aria-describedby="models-fault">
      <legend className="sr-only">Models</legend>
      <div className="mb-1.5 flex items-center justify-between">
        <p className="text-sm font-medium">
          <span aria-hidden="true">Models </span>
          <span className="font-normal text-soft">
            {chosen.length} of {able.length}
          </span>
        </p>
        <Button look="bare" className="-mr-3 px-3!" onClick={() => change(all ? able.map(({ id }) => id) : [])}>
          {all ? 'None' : 'All'}
        </Button>
      </div>
      <ul className="flex flex-wrap gap-1.5">
        {models.map((model, place) => (
          <li key={model.id}>
            <ModelChip
              model={model}
              place={place}
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
  changeDraft({ off })
  play('switch')
}
