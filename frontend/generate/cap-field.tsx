import { useId } from 'react'
import { useStore } from '../ui/store.ts'
import { changeDraft, draft } from './draft.ts'
import { FieldFault } from './field-fault.tsx'

/** The visitor's own limit for one run. Empty: none. */
export function CapField({ fault }: { fault: string | undefined }) {
  const { cap = '' } = useStore(draft)
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-2 block text-sm font-medium">
        Never spend more than
      </label>
      <div className="flex items-center gap-2.5 text-sm">
        <span className="flex min-h-11 min-w-0 items-center rounded-xl bg-raised pl-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
          <span aria-hidden="true" className="text-soft">
            $
          </span>
          <input
            id={id}
            inputMode="decimal"
            autoComplete="off"
            placeholder="no limit"
            className="min-h-11 w-32 min-w-0 rounded-xl bg-transparent px-1.5 tabular-nums outline-none"
            value={cap}
            aria-invalid={fault !== undefined}
            aria-describedby={`${id}-unit ${id}-fault`}
            onChange={(event) => changeDraft({ cap: event.currentTarget.value || undefined })}
          />
        </span>
        <span id={`${id}-unit`}>on one run</span>
      </div>
      <FieldFault id={`${id}-fault`} fault={fault} />
    </div>
  )
}
