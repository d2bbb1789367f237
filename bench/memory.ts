import { readFileSync } from 'node:fs'

/** What a process holds in memory, now and at most so far, in MB. Linux only. */
export function residentMb(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (field: string) => {
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'mu').exec(status)?.[1]
    return Math.round((Number(kilobytes) * 1024) / 1e6)
  }
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}
