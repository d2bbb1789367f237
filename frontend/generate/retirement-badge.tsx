import type { Model } from '../../contract/model.ts'
import { retirement } from './retirement.ts'

/** The end that a model is going to have, the nearer the louder. */
export function RetirementBadge({ model }: { model: Model }) {
  const end = retirement(model)
  return (
    end && (
      <span
        className={`text-2xs ${end.soon ? 'rounded-full bg-rose-tint px-2 py-0.5 whitespace-nowrap text-rose' : 'text-soft'}`}
      >
        {end.words}
      </span>
    )
  )
}
