import { lazyPart } from '../ui/lazy-part.tsx'
import { type KeyboardEvent, Suspense, useRef, useState } from 'react'
import { enhancePrompt } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { patiently } from '../ui/patiently.ts'
import { useShortcut } from '../ui/shortcuts.ts'
import { play } from '../ui/sounds.ts'
import { useStore } from '../ui/store.ts'
import { toast } from '../ui/toasts.tsx'
import { draft, replacePrompt, typePrompt, undoPrompt } from './draft.ts'
import { FieldFault } from './field-fault.tsx'
import { PromptCounter } from './prompt-counter.tsx'
import type { Rewritten } from './rewritten.ts'

const EnhancePanel = lazyPart(async () => (await import('./enhance-panel.tsx')).EnhancePanel)

export function PromptBox({ fault }: { fault: string | undefined }) {
  const { prompt, before } = useStore(draft)
  const [rewriting, setRewriting] = useState<Promise<Rewritten>>()
  const field = useRef<HTMLTextAreaElement>(null)

  // Beside what else stands in the row.
  const wordsFit =
    before !== undefined ? '@min-[26rem]:inline' : prompt === '' ? '@min-[19rem]:inline' : '@min-[23rem]:inline'

  function enhance() {
    if (prompt.trim() === '') toast('Write a few words first, then enhance them', 'fault')
    else setRewriting(rewrite(prompt))
    play('expand')
  }

  function clear() {
    replacePrompt('')
    field.current?.focus()
  }

  function onKeyDown({ key, nativeEvent }: KeyboardEvent) {
    // While a word is being composed, as in Japanese, Escape is about that word.
    if (key === 'Escape' && !nativeEvent.isComposing) clear()
  }

  useShortcut('mod+e', enhance)
  useShortcut('alt+r', () => void randomise())

  return (
    <div>
      <div className="rounded-3xl bg-surface p-1.5 transition focus-within:bg-raised">
        <label htmlFor="prompt" className="sr-only">
          Prompt
        </label>
        <div className="grow-with-text max-h-80 min-h-32 text-[1.0625rem] leading-relaxed" data-text={prompt}>
          <textarea
            ref={field}
            id="prompt"
            rows={4}
            value={prompt}
            placeholder="Describe a picture…"
            className="resize-none bg-transparent outline-none"
            aria-invalid={fault !== undefined}
            aria-describedby="prompt-fault prompt-counter"
            onChange={(event) => typePrompt(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        <div className="@container flex items-center gap-0.5 whitespace-nowrap">
          <Button look="bare" className="px-2.5! text-accent!" aria-keyshortcuts="Control+E" onClick={enhance}>
            <Icon name="sparkle" /> Enhance
          </Button>
          <Button
            look="bare"
            className="px-2.5!"
            aria-label="Random prompt"
            aria-keyshortcuts="Alt+R"
            title="Random prompt"
            onClick={() => void randomise()}
          >
            <Icon name="dice" />
            <span className={`hidden ${wordsFit}`}>Random</span>
          </Button>
          {before !== undefined && (
            <IconButton icon="undo" label="Undo: bring the earlier prompt back" onClick={undoPrompt} />
          )}
          <span className="flex-1" />
          {prompt !== '' && <IconButton icon="close" label="Clear the prompt" onClick={clear} />}
          <span className="pr-2.5">
            <PromptCounter text={prompt} id="prompt-counter" />
          </span>
        </div>
      </div>
      <FieldFault id="prompt-fault" fault={fault} />
      <Suspense>{rewriting && <EnhancePanel rewriting={rewriting} onClose={() => setRewriting(undefined)} />}</Suspense>
    </div>
  )
}

const rewrite = (prompt: string): Promise<Rewritten> =>
  enhancePrompt(prompt).then(
    (reply) => ({ reply }),
    (error: Error) => ({ error }),
  )

async function randomise() {
  const { randomPrompt } = await patiently(() => import('./random-prompt.ts'))
  replacePrompt(randomPrompt(draft.get().prompt))
  play('switch')
}
