import { clientNetwork } from '../accounts/client-network.ts'
import { RefusalError } from '../../contract/refusal.ts'
import { tokenBucket, type TokenBucket } from './token-bucket.ts'

/**
 * Bounds how often one client is told again of a run that its Idempotency-Key names, which no other limit counts: 60 times
 * at once and 60 a minute. Throws RefusalError `rate_limited`.
 */
export function replayLimit(now: () => number): (address: string) => void {
  const clients = new Map<string, TokenBucket>()
  return (address) => {
    const client = clientNetwork(address)
    const own = clients.get(client) ?? tokenBucket({ capacity: perMinute, perMinute, now })
    const retryAfterSeconds = own.waitSeconds()
    if (retryAfterSeconds > 0) {
      const message = 'This run was asked for again and again. Ask for its status instead, or wait a little.'
      throw new RefusalError('rate_limited', message, { scope: 'address', limit: perMinute, retryAfterSeconds })
    }
    own.take()
    // Who has been silent for a minute is forgotten.
    if (clients.size >= 1000) for (const [known, bucket] of clients) if (bucket.isFull()) clients.delete(known)
    clients.set(client, own)
  }
}

const perMinute = 60
