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
  const seen = (c.req.header('X-Forwarded-For') ?? '').split(',').map(withoutPort)
  const forwarded = proxies === 0 ? undefined : seen.at(-proxies)
  return forwarded !== undefined && isIP(forwarded) !== 0 ? forwarded : (peer(c) ?? '')
}

/** `203.0.113.7:4711` and `[2001:db8::1]:4711`, as some proxies write them. */
const withoutPort = (entry: string) =>
  /^\s*(?:\[(?<v6>[^\]]*)\](?::\d+)?|(?<v4>[\d.]+)(?::\d+)?|(?<bare>\S*))\s*$/u.exec(entry)?.slice(1).find(Boolean) ??
  ''
