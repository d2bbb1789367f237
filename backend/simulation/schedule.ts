/** Who waits. Whoever is dead never goes on. */
export type Actor = { name: string; alive: boolean }

type Wait = {
  who: Actor
  /** What happens when it goes on, in words. */
  what: () => string
  /** Since the start of the world, in milliseconds; from then on it may go on. */
  at: number
  go: () => void
}

/** Everything that waits in a world, and its time. Nothing goes on by itself. */
export type Schedule = {
  /** Settles when it is let go on, or when the signal aborts; never for the dead. */
  wait(who: Actor, what: () => string, options?: { ms?: number; signal?: AbortSignal }): Promise<void>
  /** Those that may go on now, those that began to wait first before the others. */
  ready(): Wait[]
  /** Milliseconds until the next of those that wait for a time. */
  untilNext(): number | undefined
  /** Lets time pass. */
  pass(ms: number): void
  /** Sets the clock on the wall, by which nobody waits. */
  setClock(byMs: number): void
  now(): number
  elapsed(): number
  kill(who: Actor): void
  /** Makes one wait for longer. */
  hold(wait: Wait, ms: number): void
  /** Makes all that someone waits for wait for longer. */
  suspend(who: Actor, ms: number): void
}

export function schedule(startAt: number): Schedule {
  const waits = new Set<Wait>()
  let elapsed = 0
  let wall = startAt
  return {
    now: () => wall,
    elapsed: () => elapsed,
    wait: (who, what, { ms = 0, signal } = {}) =>
      new Promise((resolve) => {
        if (!who.alive) return
        if (signal?.aborted) return resolve()
        const go = () => {
          waits.delete(wait)
          signal?.removeEventListener('abort', go)
          if (who.alive) resolve()
        }
        const wait: Wait = { who, what, at: elapsed + Math.max(0, ms), go }
        signal?.addEventListener('abort', go)
        waits.add(wait)
      }),
    ready: () => [...waits].filter(({ at }) => at <= elapsed),
    untilNext() {
      let next = Infinity
      for (const { at } of waits) if (at > elapsed && at < next) next = at
      return next === Infinity ? undefined : next - elapsed
    },
    pass(ms) {
      elapsed += ms
      wall += ms
    },
    setClock(byMs) {
      wall += byMs
    },
    kill(who) {
      who.alive = false
      for (const wait of waits) if (wait.who === who) wait.go()
    },
    hold(wait, ms) {
      wait.at = elapsed + ms
    },
    suspend(who, ms) {
      for (const wait of waits) if (wait.who === who) wait.at = Math.max(wait.at, elapsed + ms)
    },
  }
}
