import { isIP } from 'node:net'
import type { ApiContext } from './app-deps.ts'

/** Who is at the other end of a request: `peer` answers with the address of its connection. */
export type Clients = {
  peer: (c: ApiContext) => string | undefined
  /** How many proxies of the operator's a request comes through. 0: none is believed. */
  proxies: number
}

/**
 * The address of the client. Each proxy adds the one that it saw at the end of `X-Forwarded-For`, so that only as many
 * of the last are true as there are proxies. Whoever came past them is who is connected. Empty: not known.
 */
export function clientAddress(c: ApiContext, { peer, proxies }: Clients): string {
  const forwarded = proxies === 0 ? undefined : nthFromLast(c.req.header('X-Forwarded-For') ?? '', proxies)
  return forwarded !== undefined && isIP(forwarded) !== 0 ? forwarded : (peer(c) ?? '')
}

// Only that one is looked at, without a pattern that looks for spaces: the header is whatever a stranger makes of it.
function nthFromLast(header: string, proxies: number): string | undefined {
  const entry = header.split(',').at(-proxies)?.trim() ?? ''
  return entry.length > longestEntry ? undefined : withoutPort(entry)
}

/** An IPv6 address with its zone, brackets and a port. */
const longestEntry = 100

/** `203.0.113.7:4711` and `[2001:db8::1]:4711`, as some proxies write them. */
const withoutPort = (entry: string): string =>
  /^\[(?<v6>[^\]]*)\](?::\d+)?$/u.exec(entry)?.[1] ?? /^(?<v4>[\d.]+):\d+$/u.exec(entry)?.[1] ?? entry
