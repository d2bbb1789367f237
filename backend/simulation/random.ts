/** Choices that follow from a seed alone. */
export type Random = {
  /** A whole number from 0 to `n - 1`. */
  below(n: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** In proportion to its weight. */
  weighted<T>(list: readonly (readonly [weight: number, choice: T])[]): T
}

/** Mulberry32: small, quick, and good enough to choose with. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (list) => chosen(list, below(list.length)),
    weighted(list) {
      let rest = next() * list.reduce((sum, [weight]) => sum + weight, 0)
      const index = list.findIndex(([weight]) => (rest -= weight) < 0)
      return chosen(list, index === -1 ? list.length - 1 : index)[1]
    },
  }
}

function chosen<T>(list: readonly T[], index: number): T {
  for (const item of list.slice(index, index + 1)) return item
  throw new RangeError('There is nothing to choose from')
}
