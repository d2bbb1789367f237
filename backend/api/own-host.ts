import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { RefusalError } from '../../contract/refusal.ts'
import { isLoopback } from '../local-address.ts'

/**
 * Refuses requests that were sent to a name that is not the server's. Against DNS rebinding: a foreign page whose name
 * was pointed at this machine would otherwise count as the page's own origin.
 */
export function ownHost(allowedHosts: 'any' | readonly string[]): MiddlewareHandler {
  if (allowedHosts === 'any') return (_, next) => next()
  const allowed = new Set(allowedHosts.map(canonicalHost))
  const anyAddress = allowedHosts.some((host) => host === '0.0.0.0' || host === '::' || host === '[::]')
  return async (c, next) => {
    const host = canonicalHost(c.req.header('host') ?? new URL(c.req.url).host)
    const name = host?.replace(/:\d+$/u, '')
    const own =
      name !== undefined &&
      (isLoopback(name) || allowed.has(host) || allowed.has(name) || (anyAddress && isAddress(name)))
    if (!own) {
      const message =
        'This server does not answer to that host name. Its operator can allow it with PUBLIC_URL and PUBLIC=true.'
      throw new RefusalError('forbidden', message)
    }
    await next()
  }
}

/** `Name.Example.:80` → `name.example`; IP addresses in their one spelling. Undefined when it is no host. */
export function canonicalHost(host: string): string | undefined {
  const bracketed = isIP(host) === 6 ? `[${host}]` : host
  if (!/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/iu.test(bracketed) || !URL.canParse(`http://${bracketed}`)) {
    return undefined
  }
  return new URL(`http://${bracketed}`).host.replace(/\.(?=$|:\d+$)/u, '')
}

const isAddress = (name: string) => isIP(name.replace(/^\[|\]$/gu, '')) !== 0
