import { type ReactNode, useState } from 'react'
import type { Model } from '../../contract/model.ts'
import { Button } from '../ui/button.tsx'
import { play } from '../ui/sounds.ts'
import { byMaker } from './models.ts'

const fewMakers = 6

type MakerGroupsProps = { models: readonly Model[]; chosen: readonly Model[]; children: (model: Model) => ReactNode }

/** Models under the names of their makers, those of one maker alone without; of many makers the first, until all are wanted. */
export function MakerGroups({ models, chosen, children }: MakerGroupsProps) {
  const [open, setOpen] = useState(false)
  const makers = byMaker(models)
  const more = makers.slice(fewMakers)
  const moreChosen = more.flatMap(([, theirs]) => theirs).filter((model) => chosen.includes(model)).length
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
      {more.length > 0 && (
        <Button
          look="bare"
          className="px-3! text-accent!"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open)
            play('expand')
          }}
        >
          {open ? 'Fewer makers' : `${more.length} more makers, ${moreChosen} selected`}
        </Button>
      )}
    </div>
  )
}
