export type TokenBucket = {
  /** Whole seconds until there is a token; 0: there is one. */
  waitSeconds(): number
  take(): void
  isFull(): boolean
}

/** Holds up to `capacity` tokens, full at first, and regains `perMinute` of them. `now` is in milliseconds. */
export function tokenBucket(options: { capacity: number; perMinute: number; now: () => number }): TokenBucket {
  const { capacity, perMinute, now } = options
  let tokens = capacity
  let at = now()
  const level = () => {
    const time = now()
    // A clock that was set back gives nothing and takes nothing.
    tokens = Math.min(capacity, tokens + (Math.max(0, time - at) * perMinute) / 60_000)
    at = time
    return tokens
  }
  return {
    waitSeconds: () => Math.ceil((Math.max(0, 1 - level()) * 60) / perMinute),
    take() {
      tokens = level() - 1
    },
    isFull: () => level() >= capacity,
  }
}
