import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { RefusalError } from '../../contract/refusal.ts'
import { pageRule, type Route, type Rule } from '../../contract/route.ts'
import { routes } from '../../contract/routes.ts'
import { type ApiTokens, apiTokenIn } from '../accounts/api-tokens.ts'
import type { Sessions } from '../accounts/sessions.ts'
import type { Visitors } from '../accounts/visitor.ts'
import type { TokenRecord } from '../storage/tokens.ts'
import type { ApiContext, ApiEnv } from './app-deps.ts'
import { sessionOf } from './session-cookie.ts'
import { visitorOf } from './visitor-of.ts'

type Access = { visitors: Visitors; sessions: Sessions; tokens: ApiTokens; now: () => number }

/** Finds out who is asking, and lets nobody past whom the table of routes does not let. */
export const guard =
  (access: Access): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const matched = matchedRoutes(c).find(({ method }) => method !== 'ALL')
    const rule = matched && ruleOf(matched)
    // Where anybody may ask, a token that has ended must not be in the way.
    const secret = rule?.role === 'anyone' ? undefined : apiTokenIn(c.req.header('authorization'))
    if (secret === undefined) identify(c, access)
    else await identifyProgram(c, secret, access)
    if (rule) requireRole(c, rule, { sessions: access.sessions, isShared: access.visitors.isShared })
    await next()
  }

function identify(c: ApiContext, { visitors, sessions, now }: Access): void {
  const { authorization, ...headers } = c.req.header()
  const cookie = c.var.ofOtherSite ? undefined : headers['cookie']
  const session = sessionOf(cookie, (value) => sessions.read(value, now()))
  c.set('session', session)
  c.set('visitor', visitors.identify({ cookie, authorization }) ?? newcomer(c))
}

/**
 * Where somebody else serves the page, its first look comes before any answer could make it known: it sees what anybody
 * new sees, and nobody is made known by it.
 */
const newcomer = (c: ApiContext): string | undefined =>
  c.req.method === 'GET' &&
  c.req.header('sec-fetch-site') === 'same-origin' &&
  c.req.header('authorization') === undefined
    ? randomBytes(16).toString('base64url')
    : undefined

/** Whatever cookies come with a token: it is as whom a program asks. Throws RefusalError `unauthorized`. */
async function identifyProgram(c: ApiContext, secret: string, { visitors, tokens }: Access): Promise<void> {
  const token = await tokens.identify(secret)
  if (token === undefined) {
    throw new RefusalError('unauthorized', 'This token is not known: it was revoked, has expired, or never was.')
  }
  c.set('token', token)
  c.set('visitor', visitors.ofToken(token.visitor))
}

/** Throws RefusalError `unauthorized` or `forbidden`; with the detail `login` when a password would help. */
function requireRole(
  c: ApiContext,
  { role, cost }: Rule,
  { sessions, isShared }: { sessions: Sessions; isShared: boolean },
): void {
  const { session, token } = c.var
  if (role === 'anyone') return
  if (token !== undefined) return requireScope(token, { role, cost })
  if (sessions.required && session === undefined) {
    throw new RefusalError('unauthorized', 'Please log in: this server has a password.', { login: true })
  }
  if (role === 'guest') return
  visitorOf(c)
  if (role === 'visitor' || session === 'operator') return
  if (sessions.hasOperator) {
    throw new RefusalError('forbidden', 'This is for the operator alone. Please log in as one.', { login: true })
  }
  if (isShared) {
    throw new RefusalError(
      'forbidden',
      'This is for the operator alone, whom a server with many visitors knows by OPERATOR_PASSWORD. It is not set.',
    )
  }
}

/** A token may read; what it may do besides, its scopes say. */
function requireScope({ scopes }: TokenRecord, { role, cost }: Pick<Rule, 'role' | 'cost'>): void {
  if (role === 'operator') throw new RefusalError('forbidden', 'This is for the operator alone, and for no token.')
  const scope = cost === 'money' ? 'generate' : cost === 'write' ? 'write' : undefined
  if (scope === undefined || scopes.includes(scope)) return
  throw new RefusalError('forbidden', `This token lacks the scope “${scope}”.`)
}

const rules = new Map<string, Rule>([
  ['GET *', pageRule],
  ...routes.map((route): [string, Rule] => [keyOf(route), route]),
])

/** As the router names it: `GET /api/status/:jobId`. */
function keyOf({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/gu, ':$1')}`
}

type Handled = { method: string; path: string }

function ruleOf({ method, path }: Handled): Rule {
  const rule = rules.get(`${method} ${path.replace(/^\/\*$/u, '*')}`)
  if (rule === undefined) throw new Error(`The table of routes has no row for ${method} ${path}`)
  return rule
}

/** Throws when a handler has no row in the table of routes, or a row no handler: such a server must not start. */
export function requireRules(handled: readonly Handled[]): void {
  const named = handled
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/^\/\*$/u, '*')}`)
  const unruled = named.filter((name) => !rules.has(name))
  const unhandled = [...rules.keys()].filter((name) => !named.includes(name))
  if (unruled.length + unhandled.length === 0) return
  throw new Error(
    `Routes without a row in contract/routes.ts: ${unruled.join(', ') || 'none'}; rows without a handler: ${unhandled.join(', ') || 'none'}`,
  )
}
