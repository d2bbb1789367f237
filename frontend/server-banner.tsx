import { useEffect } from 'react'
import { getHealth } from './api.ts'
import { connection } from './ui/connection.ts'
import { Icon } from './ui/icon.tsx'
import { probeUntilUp } from './ui/probe.ts'
import { useStore } from './ui/store.ts'

/** Says that the server is away, and asks after it until it is back. */
export function ServerBanner() {
  const down = useStore(connection) === 'down'
  useEffect(() => (down ? probeUntilUp(getHealth, () => connection.get() === 'up') : undefined), [down])
  if (!down) return null
  return (
    <div
      role="alert"
      className="sticky top-0 z-40 mt-3 flex items-center justify-center gap-3 bg-rose-tint px-4 py-3 text-sm text-rose"
    >
      <Icon name="alert" />
      <p>The server does not answer. Your pictures are safe; trying again…</p>
    </div>
  )
}
