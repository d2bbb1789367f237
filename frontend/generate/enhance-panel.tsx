import { Suspense, use } from 'react'
import type { EnhanceReply } from '../../contract/enhance.ts'
import { codePoints } from '../../contract/prompt.ts'
import { RefusalError } from '../../contract/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { play } from '../ui/sounds.ts'
import { useStore } from '../ui/store.ts'
import { BecauseOf } from './because-of.tsx'
import { draft, replacePrompt, undoPrompt } from './draft.ts'
import type { Rewritten } from './rewritten.ts'

type EnhancePanelProps = { rewriting: Promise<Rewritten>; onClose: () => void }

/** The prompt as it was, shorter and richer: to be read next to each other before one is taken. */
export function EnhancePanel({ rewriting, onClose }: EnhancePanelProps) {
  return (
    <Dialog
      title="Enhance the prompt"
      onClose={onClose}
      className="max-w-5xl max-sm:h-dvh max-sm:max-h-none max-sm:w-full max-sm:max-w-none max-sm:rounded-none max-sm:px-4"
    >
      <Suspense fallback={<p className="grid min-h-40 animate-sheen place-items-center text-soft">Rewriting…</p>}>
        <Outcome rewriting={rewriting} onUse={onClose} />
      </Suspense>
    </Dialog>
  )
}

function Outcome({ rewriting, onUse }: { rewriting: Promise<Rewritten>; onUse: () => void }) {
  const outcome = use(rewriting)
  if ('reply' in outcome) return <Versions reply={outcome.reply} onUse={onUse} />
  return (
    <div role="alert" className="rounded-2xl bg-rose-tint p-4 text-rose">
      <p>{outcome.error.message.replace(/\.?$/u, '.')} Your prompt is as it was.</p>
      {outcome.error instanceof RefusalError && <BecauseOf matches={outcome.error.details.matches ?? []} />}
    </div>
  )
}

function Versions({
  reply: { original, short, long, source, fellBack },
  onUse,
}: {
  reply: EnhanceReply
  onUse: () => void
}) {
  const { before } = useStore(draft)
  return (
    <>
      <p className="-mt-3 mb-4 text-sm text-soft">
        {fellBack && `${fellBack} `}
        {source === 'built-in' ? 'Written by built-in rules, without a language model.' : `Written by ${source}.`}
      </p>
      <div className="grid gap-3 md:grid-cols-3">
        <Version name="Original" text={original} onUse={onUse} />
        <Version name="Short" text={short} onUse={onUse} />
        <Version name="Long" text={long} onUse={onUse} />
      </div>
      {before !== undefined && (
        <Button look="bare" className="mt-3 ml-auto flex!" onClick={undoPrompt}>
          Undo the last change
        </Button>
      )}
    </>
  )
}

function Version({ name, text, onUse }: { name: string; text: string; onUse: () => void }) {
  const current = useStore(draft).prompt.trim() === text
  return (
    <section className="flex flex-col rounded-2xl bg-raised p-4">
      <h3 className="flex items-baseline justify-between text-sm font-semibold">
        {name} <span className="text-2xs font-normal text-soft">{codePoints(text)} characters</span>
      </h3>
      <p className="my-3 max-h-72 flex-1 overflow-y-auto text-sm leading-relaxed whitespace-pre-wrap">{text}</p>
      <Button
        look={current ? 'soft' : 'main'}
        onClick={() => {
          replacePrompt(text)
          play('switch')
          onUse()
        }}
      >
        {current ? 'In use' : `Use ${name.toLowerCase()}`}
      </Button>
    </section>
  )
}
