import { lazyPart } from '../ui/lazy-part.tsx'
import { type FormEvent, Suspense, useEffect, useRef, useState } from 'react'
import type { Model } from '../../contract/model.ts'
import { Button } from '../ui/button.tsx'
import { generatePage } from '../ui/first-paint.ts'
import { Icon } from '../ui/icon.tsx'
import { useShortcut } from '../ui/shortcuts.ts'
import { useStore } from '../ui/store.ts'
import { draft } from './draft.ts'
import { generateRequest } from './generate-request.ts'
import { GenerateButton } from './generate-button.tsx'
import { ModelChips } from './model-chips.tsx'
import { chosenModels } from './models.ts'
import { ParametersFold } from './parameters-fold.tsx'
import { PromptBox } from './prompt-box.tsx'
import { faultsOf } from './refusal-faults.ts'
import { runIds } from './runs.ts'
import { send, sending } from './sending.ts'
import { SharedNote } from './shared-note.tsx'
import { StarterPrompts } from './starter-prompts.tsx'

const RefusalNote = lazyPart(async () => (await import('./refusal-note.tsx')).RefusalNote)

type ComposerProps = { models: Model[] | undefined; missing: ModelsMissingProps | undefined }

/** The form: what to paint, by whom and how. */
export function Composer({ models, missing }: ComposerProps) {
  const form = useRef<HTMLFormElement>(null)
  const current = useStore(draft)
  const first = useStore(runIds).length === 0
  const sent = useStore(sending)
  // How often it was sent in vain, with the same faults or others.
  const [tries, setTries] = useState(0)
  const chosen = chosenModels(models ?? [], current)
  const outcome = tries > 0 ? generateRequest(current, chosen) : undefined
  const faults = {
    ...(sent.state === 'refused' && faultsOf(sent, models ?? [])),
    ...(outcome && 'faults' in outcome && outcome.faults),
  }
  // What is marked may be out of sight.
  useEffect(() => {
    if (tries === 0 && sent.state !== 'refused') return
    form.current?.querySelector('[id$=fault]:not(:empty)')?.scrollIntoView({ block: 'nearest' })
  }, [tries, sent.state])
  useShortcut('mod+enter', () => form.current?.requestSubmit())
  // Sent before it is known who can paint: it goes as soon as that is.
  const early = useRef(false)
  useEffect(() => {
    if (!early.current || !models) return
    early.current = false
    form.current?.requestSubmit()
  }, [models])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!models) return void (early.current = !missing)
    const ready = generateRequest(current, chosen)
    setTries('faults' in ready ? tries + 1 : 0)
    if ('request' in ready) await send(ready.request)
    else if (ready.faults['prompt']) document.querySelector<HTMLElement>('#prompt')?.focus()
  }

  return (
    <form
      ref={form}
      noValidate
      aria-label="New run"
      className="flex min-w-0 flex-col self-start lg:sticky lg:top-4 lg:max-h-[calc(100dvh-6.5rem)]"
      onSubmit={(event) => void submit(event)}
    >
      <div className="flex min-h-0 flex-col gap-4 pb-4 [scrollbar-width:thin] lg:-m-2 lg:overflow-y-auto lg:p-2 lg:pb-4">
        <div>
          <h1 className={generatePage.headingLook}>{generatePage.heading}</h1>
          {first && <p className="mt-1 text-sm text-soft lg:hidden">One prompt, every image model, side by side.</p>}
        </div>
        <PromptBox fault={faults['prompt']} />
        {first && <StarterPrompts className="-mx-4 overflow-x-auto px-4 sm:-mx-8 sm:px-8 lg:hidden" small />}
        {missing && <ModelsMissing {...missing} />}
        {models && (
          <>
            <ModelChips models={models} fault={faults['models']} />
            <ParametersFold models={models} chosen={chosen} faults={faults} />
          </>
        )}
      </div>
      {models && (
        <div className="sticky bottom-0 z-10 -mx-4 border-t border-high bg-ground px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:-mx-8 sm:px-8 lg:static lg:mx-0 lg:border-0 lg:px-0 lg:pb-0">
          <Suspense>
            {(sent.state === 'refused' || sent.state === 'unreachable') && (
              <RefusalNote sending={sent} chosen={chosen} images={current.parameters.imagesPerModel} />
            )}
          </Suspense>
          <SharedNote />
          <GenerateButton
            chosen={chosen}
            images={current.parameters.imagesPerModel}
            cap={current.cap}
            state={sent.state}
            written={current.prompt.trim() !== ''}
          />
        </div>
      )}
    </form>
  )
}

type ModelsMissingProps = { message: string; retry: () => void }

function ModelsMissing({ message, retry }: ModelsMissingProps) {
  return (
    <div role="alert" className="rounded-2xl bg-rose-tint px-4 py-3 text-sm">
      <p className="text-rose">The models could not be listed: {message}</p>
      <Button className="mt-3" onClick={retry}>
        <Icon name="retry" />
        Try again
      </Button>
    </div>
  )
}
