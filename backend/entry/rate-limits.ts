import type { RateLimits } from '../accounts/rate-limit.ts'
import type { Config } from '../config.ts'

/** A home has one or two, for guests and machines; it could have 256, each of which would count as an address. */
const networksOfHousehold = 4

/** What the settings allow, and what a public server allows of rewrites, which nobody needs more often. */
export function rateLimits({
  limits,
  exempt,
  exportPartBytes,
  public: isPublic,
}: Pick<Config, 'exempt' | 'exportPartBytes' | 'limits' | 'public'>): RateLimits {
  const { perAddressDay, perHour } = limits
  return {
    // The closer limit first: who is refused by it costs the others nothing.
    runs: [
      ...(perAddressDay === undefined
        ? []
        : [
            { scope: 'address', period: 'day', most: perAddressDay } as const,
            { scope: 'household', period: 'day', most: networksOfHousehold * perAddressDay } as const,
          ]),
      ...(perHour === undefined ? [] : [{ scope: 'server', period: 'hour', most: perHour } as const]),
    ],
    enhance: isPublic
      ? [
          { scope: 'address', period: 'minute', most: 20 },
          { scope: 'server', period: 'minute', most: 300 },
        ]
      : [],
    // Each reads all that somebody has, or a part of it.
    exports: isPublic ? [{ scope: 'address', period: 'hour', most: exportPartBytes === undefined ? 6 : 30 }] : [],
    // A person mistypes now and then; whoever guesses is stopped, and those who guess together do not stop the server.
    logins: [
      { scope: 'address', period: 'minute', most: 5 },
      { scope: 'address', period: 'day', most: 50 },
      { scope: 'household', period: 'minute', most: networksOfHousehold * 5 },
      { scope: 'household', period: 'day', most: networksOfHousehold * 50 },
      { scope: 'server', period: 'minute', most: 100 },
    ],
    exempt,
  }
}
