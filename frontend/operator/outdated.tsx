import { Icon } from '../ui/icon.tsx'
import type { Live } from './live.ts'

/** Says which of the parts show figures that could not be renewed. */
export function Outdated({ parts }: { parts: Record<string, Live<unknown>> }) {
  const old = Object.entries(parts).filter(([, { data, error }]) => data !== undefined && error !== null)
  if (old.length === 0) return null
  return (
    <output className="flex items-start gap-2 rounded-2xl bg-rose-tint px-4 py-3 text-sm text-rose">
      <Icon name="alert" />
      <span>
        These figures could not be renewed: {old.map(([name]) => name).join(', ')}. {old[0]?.[1].error?.message}
      </span>
    </output>
  )
}
