import { tokenBucket, type TokenBucket } from './token-bucket.ts'

type Full = { scope: 'address' | 'server'; limit: number; retryAfterSeconds: number }

/** Bounds the faults that pages may report: 10 at once and 10 a minute from one address, 60 from all. Undefined: go ahead. */
export function reportLimit(now: () => number): (address: string) => Full | undefined {
  const everybody = tokenBucket({ capacity: 60, perMinute: 60, now })
  const addresses = new Map<string, TokenBucket>()

  return (address) => {
    const own = addresses.get(address) ?? tokenBucket({ capacity: 10, perMinute: 10, now })
    const ownWait = own.waitSeconds()
    if (ownWait > 0) return { scope: 'address', limit: 10, retryAfterSeconds: ownWait }
    const wait = everybody.waitSeconds()
    if (wait > 0) return { scope: 'server', limit: 60, retryAfterSeconds: wait }
    own.take()
    everybody.take()
    // The common limit bounds how fast this grows; who has been silent for long is forgotten.
    if (addresses.size >= 1000) for (const [known, bucket] of addresses) if (bucket.isFull()) addresses.delete(known)
    addresses.set(address, own)
    return undefined
  }
}
