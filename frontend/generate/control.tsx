import { type ReactNode, useId } from 'react'
import type { Support } from './support-hint.ts'

type ControlProps = { support: Support; children: (hintId: string) => ReactNode }

/** A control that cannot be used while no chosen model takes what it sets, and says so; the children refer to its words. */
export function Control({ support: { dead, hint }, children }: ControlProps) {
  const id = useId()
  return (
    <fieldset role="presentation" disabled={dead} className="min-w-0 disabled:text-faint">
      {children(id)}
      <p id={id} className="mt-1.5 text-2xs text-soft empty:hidden">
        {hint}
      </p>
    </fieldset>
  )
}
