import type { Due } from './storage.ts'

/** At most `limit` of all kinds, in their order; each has its part, or what cannot be done would keep the others out. */
export function divideDue(limit: number, kinds: readonly Due[][]): Due[] {
  const part = Math.ceil(limit / kinds.length)
  let spare = limit - kinds.reduce((sum, { length }) => sum + Math.min(length, part), 0)
  const chosen = kinds.flatMap((kind) => {
    const more = Math.max(0, Math.min(kind.length - part, spare))
    spare -= more
    return kind.slice(0, part + more)
  })
  return chosen.slice(0, limit)
}
