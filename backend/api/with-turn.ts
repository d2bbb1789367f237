import { RefusalError } from '../../contract/refusal.ts'
import { type Rate, type RateLimits, takeTurn } from '../accounts/rate-limit.ts'
import type { ApiContext, AppDeps } from './app-deps.ts'
import { clientAddress } from './client-address.ts'

/**
 * Does what is limited, counted before, and says in the answer's headers what is left. What is refused is not counted;
 * what fails is, since it may have cost something. Throws RefusalError `rate_limited` when there is no room.
 */
export async function withTurn<T>(
  c: ApiContext,
  { rates, clients }: Pick<AppDeps, 'clients' | 'rates'>,
  what: Exclude<keyof RateLimits, 'exempt' | 'logins'>,
  work: (giveBack: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const { rate, giveBack } = await takeTurn(rates, what, clientAddress(c, clients))
  try {
    const done = await work(giveBack)
    if (rate) tellRate(c, rate)
    return done
  } catch (error) {
    if (error instanceof RefusalError) await giveBack()
    throw error
  }
}

export function tellRate(c: ApiContext, { limit, remaining, resetSeconds }: Rate): void {
  c.header('RateLimit-Limit', String(limit))
  c.header('RateLimit-Remaining', String(remaining))
  c.header('RateLimit-Reset', String(resetSeconds))
}
