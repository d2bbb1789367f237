import type { MiddlewareHandler } from 'hono'
import { RefusalError } from '../../contract/refusal.ts'
import type { ApiEnv } from './app-deps.ts'
import { canonicalHost } from './own-host.ts'

/**
 * Refuses what a browser asks on behalf of another site, unless its origin is `listed`: writes, and reads of the API and of
 * pictures, whose time alone would tell what is there. A page of another port of this host
 * is another site too. Links may lead here. Programs, which send neither header, pass. `publicOrigin`: where the operator says
 * that the page is, should whatever hands requests on ask under another name.
 */
export const ownOrigin =
  (listed: readonly string[], publicOrigin: string | undefined): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host
    const origin = c.req.header('origin')
    const isFromPage = isOwnOrigin(origin, host) || origin === publicOrigin
    const isListed = origin !== undefined && listed.includes(origin) && !isFromPage
    const isWrite = c.req.method !== 'GET' && c.req.method !== 'HEAD'
    const isOwn = isFromPage && isOwnSite(c.req.header('sec-fetch-site'))
    if (isWrite && !isOwn && !isListed) {
      throw new RefusalError('forbidden', 'Other sites may not change anything here.')
    }
    const { 'sec-fetch-site': site, 'sec-fetch-dest': destination } = c.req.header()
    const isRead = !isWrite && /^\/(?:api|images)\//u.test(c.req.path)
    // A frame is navigated too, and tells the page around it when it is there.
    if (isRead && !isOwnSite(site) && destination !== 'document' && !isListed) {
      throw new RefusalError('forbidden', 'Other sites may not look at anything here.')
    }
    c.set('ofOtherSite', isListed)
    await next()
  }

function isOwnOrigin(origin: string | undefined, host: string): boolean {
  if (origin === undefined) return true
  const [, scheme, originHost] = /^(https?):\/\/([^/]+)$/u.exec(origin) ?? []
  if (scheme === undefined || originHost === undefined) return false
  // Behind a proxy that ends TLS the schemes differ, and with them the port that may be left out.
  const bare = (text: string) => canonicalHost(text.replace(scheme === 'https' ? /:443$/u : /:80$/u, ''))
  return bare(originHost) !== undefined && bare(originHost) === bare(host)
}

const isOwnSite = (site: string | undefined) => site === undefined || site === 'same-origin' || site === 'none'
