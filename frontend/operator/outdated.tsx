import { Icon } from '../ui/icon.tsx'
import type { Live } from './live.ts'

/** Says that what is shown could not be renewed. */
export function Outdated({ of: { data, error } }: { of: Live<unknown> }) {
  if (data === undefined || error === null) return null
  return (
    <output className="flex items-start gap-2 rounded-2xl bg-rose-tint px-4 py-3 text-sm text-rose">
      <Icon name="alert" />
      These figures could not be renewed: {error.message}
    </output>
  )
}
