import { createHmac } from 'node:crypto'
import { RefusalError } from '../../contract/refusal.ts'
import { type Address, type AddressRange, householdOf, inRange, networkOf, parseAddress } from '../ip-address.ts'
import type { Meter, Meters } from '../storage/meters.ts'
import type { FaultLog } from './account-deps.ts'
import { failClosed } from './fail-closed.ts'
import { type Period, periods } from './periods.ts'

/**
 * At most `most` in a UTC period, from one address, from the several networks of IPv6 that one household can have, or from
 * everybody. 0: none is allowed.
 */
export type RateLimit = { scope: 'address' | 'household' | 'server'; period: Period; most: number }

export type RateLimits = {
  /** Of what is limited, all must have room. */
  runs: readonly RateLimit[]
  enhance: readonly RateLimit[]
  exports: readonly RateLimit[]
  /** Guesses at a password, from wherever. */
  logins: readonly RateLimit[]
  /** From here nothing else is counted. */
  exempt: readonly AddressRange[]
}

export type RateDeps = { meters: Meters; limits: RateLimits; secret: string; now: () => number; log: FaultLog }

/** Of the limit that has the least left. */
export type Rate = { limit: number; remaining: number; resetSeconds: number }

/** `giveBack`: it came to nothing, and is not counted. */
export type Turn = { rate?: Rate; giveBack(): Promise<void> }

const words = {
  runs: { one: 'run', many: 'runs', done: 'started' },
  enhance: { one: 'rewrite', many: 'rewrites', done: 'asked for' },
  exports: { one: 'export', many: 'exports', done: 'begun' },
  logins: { one: 'attempt to log in', many: 'attempts to log in', done: 'made' },
}

/**
 * Counts one more against every limit, or against none. `address`: the client's; what is none is counted as one client.
 * Throws RefusalError: `rate_limited`, or `unavailable` when it cannot be counted.
 */
export async function takeTurn(deps: RateDeps, what: keyof typeof words, address: string): Promise<Turn> {
  const { meters, limits, now, log } = deps
  const client = parseAddress(address)
  if (what !== 'logins' && client !== undefined && limits.exempt.some((range) => inRange(client, range))) return free
  const at = now()
  const taken: Meter[] = []
  // Counted once too often harms less than a second failure in place of the first.
  const giveBack = async () => {
    for (const meter of taken.splice(0)) {
      await meters.giveBack(meter).catch((err: unknown) => log.error({ err }, 'a count could not be given back'))
    }
  }
  const rates: Rate[] = []
  try {
    for (const limit of limits[what]) {
      const whose = whoseOf(limit, client)
      if (whose === undefined) continue
      const meter = meterOf(deps, { what, limit, at, whose })
      const { taken: room, used } = await failClosed(log, uncounted, () =>
        meters.take(meter, { limit: limit.most, at }),
      )
      if (!room) throw rateLimited(what, limit, at)
      taken.push(meter)
      rates.push({ limit: limit.most, remaining: limit.most - used, resetSeconds: secondsLeft(limit, at) })
    }
  } catch (error) {
    await giveBack()
    throw error
  }
  const [rate] = rates.toSorted((one, other) => one.remaining - other.remaining)
  return { ...(rate && { rate }), giveBack }
}

const free: Turn = { giveBack: async () => {} }

const uncounted = 'How much was asked of this server cannot be read, so nothing new is started.'

/** Undefined where there is nothing to count. */
function whoseOf({ scope }: RateLimit, client: Address | undefined): string | undefined {
  if (scope === 'server') return 'server'
  if (scope === 'household') return client && householdOf(client)
  return client ? networkOf(client) : 'unknown'
}

// An address is personal: what is stored names it to nobody.
function meterOf(
  { secret }: Pick<RateDeps, 'secret'>,
  { what, limit, at, whose: name }: { what: string; limit: RateLimit; at: number; whose: string },
): Meter {
  const whose =
    name === 'server' ? name : createHmac('sha256', secret).update(`client address ${name}`).digest('base64url')
  const { window, next } = periods[limit.period]
  return { key: `${what} ${whose}`, window: window(at), endsAt: next(at) }
}

function rateLimited(what: keyof typeof words, limit: RateLimit, at: number): RefusalError {
  const { one, many, done } = words[what]
  const { period, most, scope } = limit
  const told = scope === 'server' ? 'server' : 'address'
  if (most === 0) return new RefusalError('rate_limited', `No ${many} can be ${done} on this server.`, { scope: told })
  const retryAfterSeconds = secondsLeft(limit, at)
  const count = `${most.toLocaleString('en')} ${most === 1 ? one : many}`
  const each = period === 'hour' ? 'an hour' : `a ${period}`
  const sentence =
    scope !== 'server'
      ? `From your ${scope === 'address' ? 'address' : 'network'} ${count} ${each} can be ${done}, and that many were.`
      : `On this server ${count} ${each} can be ${done}, and that many were.`
  return new RefusalError('rate_limited', `${sentence} ${periods[period].renewed}`, {
    scope: told,
    limit: most,
    retryAfterSeconds,
  })
}

const secondsLeft = ({ period }: RateLimit, at: number) => Math.ceil((periods[period].next(at) - at) / 1000)
