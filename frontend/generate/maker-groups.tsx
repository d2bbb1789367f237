import { type ReactNode, useState } from 'react'
import type { Model } from '../../contract/model.ts'
import { Button } from '../ui/button.tsx'
import { play } from '../ui/sounds.ts'
import { byMaker } from './models.ts'

const fewMakers = 6

type MakerGroupsProps = { models: readonly Model[]; children: (model: Model) => ReactNode }

/** Models under the names of their makers, those of one maker alone without; of many makers the first, until all are wanted. */
export function MakerGroups({ models, children }: MakerGroupsProps) {
  const [open, setOpen] = useState(false)
  const makers = byMaker(models)
  const folded = makers.length - fewMakers
  const many = makers.length > 1
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
      {makers.slice(0, open ? undefined : fewMakers).map(([maker, theirs]) => (
        <div key={maker}>
          {many && (
            <p aria-hidden="true" className="mb-1 px-1 text-2xs text-faint">
              {maker}
            </p>
          )}
          <ul className="flex flex-wrap gap-1.5" aria-label={many ? maker : undefined}>
            {theirs.map((model) => (
              <li key={model.id}>{children(model)}</li>
            ))}
          </ul>
        </div>
      ))}
      {folded > 0 && (
        <Button
          look="bare"
          className="px-3! text-accent!"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open)
            play('expand')
          }}
        >
          {open ? 'Fewer makers' : `${folded} more makers`}
        </Button>
      )}
    </div>
  )
}
