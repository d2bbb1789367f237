import type { Model } from '../../contract/model.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useStore } from '../ui/store.ts'
import { draft } from './draft.ts'
import { ModelRow } from './model-row.tsx'
import { byMaker, canPaint, choose, chosenModels } from './models.ts'

type ModelsSheetProps = { models: readonly Model[]; first: string; onClose: () => void }

/** What each model costs and can be asked for, to choose by; also all of one maker at once. */
export function ModelsSheet({ models, first, onClose }: ModelsSheetProps) {
  const chosen = chosenModels(models, useStore(draft))
  return (
    <Dialog title="What the models can do" className="max-w-4xl" onClose={onClose}>
      <div className="flex flex-col gap-5">
        {byMaker(models).map(([maker, theirs]) => {
          const able = theirs.filter(canPaint)
          const all = able.every((model) => chosen.includes(model))
          return (
            <section key={maker} aria-label={maker}>
              <div className="flex min-h-11 items-center justify-between gap-2 border-b border-high">
                <h3 className="text-sm text-soft">{maker}</h3>
                {able.length > 1 && (
                  <Button
                    look="bare"
                    className="-mr-3 shrink-0 px-3! text-accent!"
                    aria-label={`${all ? 'Clear' : 'Select'} all of ${maker}`}
                    onClick={() => choose(models, able, !all)}
                  >
                    {all ? 'Clear' : 'Select all'}
                  </Button>
                )}
              </div>
              <ul className="divide-y divide-high/60">
                {theirs.map((model) => (
                  <ModelRow
                    key={model.id}
                    model={model}
                    on={chosen.includes(model)}
                    first={model.id === first}
                    onChange={(on) => choose(models, [model], on)}
                  />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}
