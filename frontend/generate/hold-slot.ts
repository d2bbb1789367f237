const slots = ['pixel-prompt-hold-1', 'pixel-prompt-hold-2']

/**
 * Runs `work`, telling it whether its request may be held by the server. Browsers open six connections to a host for all
 * tabs together, so only two tabs hold at a time. Without Web Locks (no HTTPS) nobody can know, and everybody holds.
 */
export function withHoldSlot<T>(locks: LockManager | undefined, work: (mayHold: boolean) => Promise<T>): Promise<T> {
  if (!locks) return work(true)
  const tryFrom = (place: number): Promise<T> => {
    const name = slots[place]
    if (name === undefined) return work(false)
    return locks.request(name, { ifAvailable: true }, (lock) => (lock ? work(true) : tryFrom(place + 1)))
  }
  return tryFrom(0)
}
