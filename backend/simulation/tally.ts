/** How often what happened. */
export type Tally = { count(what: string): void; counts: Map<string, number> }

export function tally(): Tally {
  const counts = new Map<string, number>()
  return { counts, count: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1) }
}

/** Adds the counts of one to those of another. */
export function addCounts(sum: Map<string, number>, counts: Iterable<readonly [string, number]>): void {
  for (const [what, count] of counts) sum.set(what, (sum.get(what) ?? 0) + count)
}

/** Notes what happened, in words that are made only when somebody wants to read them. */
export type Say = (words: () => string) => void
