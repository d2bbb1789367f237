import { tokenBucket, type TokenBucket } from './token-bucket.ts'

type Full = { scope: 'visitor' | 'server'; retryAfterSeconds: number }

/** Bounds the faults that pages may report: 10 at once and 10 a minute of one visitor, 60 of all. Undefined: go ahead. */
export function reportLimit(now: () => number): (visitor: string) => Full | undefined {
  const everybody = tokenBucket({ capacity: 60, perMinute: 60, now })
  const visitors = new Map<string, TokenBucket>()

  return (visitor) => {
    const own = visitors.get(visitor) ?? tokenBucket({ capacity: 10, perMinute: 10, now })
    const ownWait = own.waitSeconds()
    if (ownWait > 0) return { scope: 'visitor', retryAfterSeconds: ownWait }
    const wait = everybody.waitSeconds()
    if (wait > 0) return { scope: 'server', retryAfterSeconds: wait }
    own.take()
    everybody.take()
    // The common limit bounds how fast this grows; who has been silent for long is forgotten.
    if (visitors.size >= 1000) for (const [known, bucket] of visitors) if (bucket.isFull()) visitors.delete(known)
    visitors.set(visitor, own)
    return undefined
  }
}
