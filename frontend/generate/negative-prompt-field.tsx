import { useId } from 'react'
import { useStore } from '../ui/store.ts'
import { draft, setParameter } from './draft.ts'
import { FieldFault } from './field-fault.tsx'
import { PromptCounter } from './prompt-counter.tsx'

type NegativePromptFieldProps = { describedBy: string; fault: string | undefined }

export function NegativePromptField({ describedBy, fault }: NegativePromptFieldProps) {
  const { negativePrompt = '' } = useStore(draft).parameters
  const id = useId()
  return (
    <div>
      <div className="mb-2 flex items-baseline justify-between">
        <label htmlFor={id} className="text-sm font-medium">
          Negative prompt
        </label>
        {negativePrompt !== '' && <PromptCounter text={negativePrompt} id={`${id}-counter`} />}
      </div>
      <textarea
        id={id}
        rows={2}
        placeholder="What should not be in it"
        className="field-sizing-content max-h-40 min-h-16 w-full resize-none rounded-xl bg-raised px-3 py-2.5 text-sm"
        value={negativePrompt}
        aria-describedby={`${describedBy} ${id}-note`}
        onChange={(event) => setParameter('negativePrompt', event.currentTarget.value || undefined)}
      />
      <div id={`${id}-note`}>
        <FieldFault id={`${id}-fault`} fault={fault} />
      </div>
    </div>
  )
}
