import type { Fuzzed } from './run-properties.ts'

/** One line, or how to see the failure again. */
export function report({ name, cases, seconds, grown, outcomes, failure }: Fuzzed): string {
  if (failure !== undefined) return failure
  const counts = [...outcomes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => `${what}: ${count}`)
  const came = counts.length === 0 ? '' : `, ${counts.join(', ')}`
  return `${String(cases).padStart(7)} in ${seconds.toFixed(1).padStart(6)} s  ${name} (heap ${(grown / 1e6).toFixed(1)} MB${came})`
}

/** More than this, in bytes, is kept of what should be forgotten. */
export const mayGrow = 30_000_000
