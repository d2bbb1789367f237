import { lazyPart } from '../ui/lazy-part.tsx'
import { Suspense, useId, useState } from 'react'
import type { Model } from '../../contract/model.ts'
import type { Parameters } from '../../contract/parameters.ts'
import { Icon } from '../ui/icon.tsx'
import { play } from '../ui/sounds.ts'
import { useStore } from '../ui/store.ts'
import { draft } from './draft.ts'
import type { FormFaults } from './generate-request.ts'
import { usableParameters } from './support.ts'

const ParametersPanel = lazyPart(async () => (await import('./parameters-panel.tsx')).ParametersPanel)

type ParametersFoldProps = { models: Model[]; chosen: Model[]; faults: FormFaults }

/** Says in one line what is set; unfolds to the controls. A fault in one of them unfolds it too. */
export function ParametersFold({ models, chosen, faults }: ParametersFoldProps) {
  const { parameters, cap } = useStore(draft)
  const [open, setOpen] = useState(false)
  const id = useId()
  const shown = open || Object.keys(faults).some((path) => /^parameters\.|^max/u.test(path))
  return (
    <section className="rounded-3xl bg-surface">
      <button
        type="button"
        className="flex min-h-13 w-full items-center gap-3 rounded-3xl px-4 text-left text-sm transition hover:bg-raised"
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => {
          setOpen(!shown)
          play('expand')
        }}
      >
        <Icon name="sliders" className="size-5 text-soft" />
        <span className="font-medium">Parameters</span>
        <span className="min-w-0 flex-1 truncate text-soft">
          {parametersInWords(usableParameters(parameters, chosen), cap)}
        </span>
        <Icon name="down" className={`size-5 text-soft transition ${shown ? 'rotate-180' : ''}`} />
      </button>
      <div id={id} hidden={!shown}>
        {shown && (
          <Suspense fallback={<div className="h-96" />}>
            <ParametersPanel {...{ models, chosen, faults }} />
          </Suspense>
        )}
      </div>
    </section>
  )
}

function parametersInWords(
  { aspectRatio, imagesPerModel = 1, steps, guidance, seed, negativePrompt }: Parameters,
  cap: string | undefined,
): string {
  const set = [
    aspectRatio,
    imagesPerModel > 1 && `${imagesPerModel} each`,
    steps !== undefined && `${steps} steps`,
    guidance !== undefined && `guidance ${guidance}`,
    seed !== undefined && `seed ${seed}`,
    negativePrompt?.trim() && 'negative prompt',
    cap && `at most $${cap}`,
  ].filter(Boolean)
  return set.length > 0 ? set.join(' · ') : 'Default'
}
