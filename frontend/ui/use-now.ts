import { useEffect, useState } from 'react'
import { serverClock } from './server-clock.ts'

/** The server's time in ms since 1970, renewed at the given pace. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(serverClock.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverClock.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
