import { useEffect, useState } from 'react'
import { serverClock } from './server-clock.ts'

/** Whole seconds until a time of the server (ms since 1970), counting down to 0. */
export function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(serverClock.now)
  const left = Math.max(0, Math.ceil((until - now) / 1000))
  const over = left === 0
  useEffect(() => {
    if (over) return
    const timer = setInterval(() => setNow(serverClock.now()), 1000)
    return () => clearInterval(timer)
  }, [over])
  return left
}
