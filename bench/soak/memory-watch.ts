import { existsSync } from 'node:fs'
import { residentMb } from '../memory.ts'

/** What a server process held, in MB, and how long it had been up. */
type Look = { megabytes: number; upSeconds: number }

/** Undefined where the system does not tell, or it never came to that. */
export type Memory = { afterFiveMinutes?: Look; atEnd?: Look; peakMb?: number }

/** Looks when five minutes are over and before each kill, of which the last is the end. */
export function memoryWatch({ pid }: { pid(): number }) {
  const memory: Memory = {}
  let upSince = performance.now()
  const look = (): Look | undefined => {
    if (!existsSync(`/proc/${pid()}/status`)) return undefined
    const { now, peak } = residentMb(pid())
    memory.peakMb = Math.max(memory.peakMb ?? 0, peak)
    return { megabytes: now, upSeconds: Math.round((performance.now() - upSince) / 1000) }
  }
  const keep = (when: 'afterFiveMinutes' | 'atEnd') => {
    const looked = look()
    if (looked) memory[when] = looked
  }
  const timer = setTimeout(() => keep('afterFiveMinutes'), 5 * 60_000)
  return {
    beforeKill: () => keep('atEnd'),
    restarted: () => void (upSince = performance.now()),
    end(): Memory {
      clearTimeout(timer)
      return memory
    },
  }
}
