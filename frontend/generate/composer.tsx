import { lazyPart } from '../ui/lazy-part.tsx'
import { type FormEvent, Suspense, useRef, useState } from 'react'
import type { Model } from '../../contract/model.ts'
import { useShortcut } from '../ui/shortcuts.ts'
import { useStore } from '../ui/store.ts'
import { draft } from './draft.ts'
import { type FormFaults, generateRequest } from './generate-request.ts'
import { GenerateButton } from './generate-button.tsx'
import { ModelChips } from './model-chips.tsx'
import { chosenModels } from './models.ts'
import { ParametersFold } from './parameters-fold.tsx'
import { PromptBox } from './prompt-box.tsx'
import { faultsOf } from './refusal-faults.ts'
import { useGenerate } from './use-generate.ts'

const RefusalNote = lazyPart(async () => (await import('./refusal-note.tsx')).RefusalNote)

/** The form: what to paint, by whom and how. */
export function Composer({ models, fault }: { models: Model[] | undefined; fault: string | undefined }) {
  const form = useRef<HTMLFormElement>(null)
  const current = useStore(draft)
  const [found, setFound] = useState<FormFaults>({})
  const { sending, send } = useGenerate()
  const chosen = chosenModels(models ?? [], current.off)
  const faults = { ...(sending.state === 'refused' && faultsOf(sending.refusal)), ...found }
  useShortcut('mod+enter', () => form.current?.requestSubmit())

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!models) return
    const ready = generateRequest(current, chosen)
    setFound('faults' in ready ? ready.faults : {})
    if ('request' in ready) await send(ready.request)
    else if (ready.faults['prompt']) document.querySelector<HTMLElement>('#prompt')?.focus()
  }

  return (
    <form
      ref={form}
      noValidate
      aria-label="New run"
      className="flex min-w-0 flex-col gap-4 self-start lg:sticky lg:top-4 lg:-m-2 lg:max-h-[calc(100dvh-2rem)] lg:scroll-pb-24 lg:overflow-y-auto lg:p-2"
      onSubmit={(event) => void submit(event)}
    >
      <h1 className="text-[1.75rem] leading-tight font-semibold tracking-tight text-balance">What shall they paint?</h1>
      <PromptBox fault={faults['prompt']} />
      {fault && (
        <p role="alert" className="rounded-2xl bg-rose-tint px-4 py-3 text-sm text-rose">
          The models could not be listed: {fault}
        </p>
      )}
      {models && (
        <>
          <ModelChips models={models} fault={faults['models']} />
          <ParametersFold models={models} chosen={chosen} faults={faults} />
          <div className="sticky bottom-0 z-10 -mx-2 bg-linear-to-t from-ground from-70% px-2 pt-5 pb-3 lg:-bottom-2">
            <Suspense>
              {(sending.state === 'refused' || sending.state === 'unreachable') && <RefusalNote sending={sending} />}
            </Suspense>
            <GenerateButton chosen={chosen} images={current.parameters.imagesPerModel ?? 1} state={sending.state} />
          </div>
        </>
      )}
    </form>
  )
}
