import { Hono } from 'hono'
import type { MiddlewareHandler } from 'hono'
import { RefusalError } from '../../contract/refusal.ts'
import { LoginRequest } from '../../contract/session.ts'
import { takeTurn } from '../accounts/rate-limit.ts'
import type { Sessions } from '../accounts/sessions.ts'
import type { Visitors } from '../accounts/visitor.ts'
import { answer } from './answer.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { clientAddress } from './client-address.ts'
import { readJson } from './read-json.ts'
import { sessionCookie } from './session-cookie.ts'
import { greetVisitor } from './visitor-of.ts'

export const session = (
  {
    clients,
    jobDeps: { now },
    rates,
    visitors: { https },
  }: Pick<AppDeps, 'clients' | 'jobDeps' | 'rates' | 'visitors'>,
  { sessions, visitors }: { sessions: Sessions; visitors: Visitors },
) =>
  new Hono<ApiEnv>()
    .use('/api/session', ownPageAlone)
    .post('/api/session', async (c) => {
      if (!sessions.required && !sessions.hasOperator) {
        throw new RefusalError('not_found', 'This server has no password: there is nothing to log in to.')
      }
      const { password } = await readJson(c, LoginRequest)
      // Counted before it is looked at, so that guesses made at once are counted too.
      const { giveBack } = await takeTurn(rates, 'logins', clientAddress(c, clients))
      const role = await sessions.check(password)
      if (role === undefined) throw new RefusalError('unauthorized', 'That is not the password.')
      await giveBack()
      greetVisitor(c, visitors)
      c.header('Set-Cookie', sessionCookie(sessions.open(role, now()), { https }), { append: true })
      return answer(c, { role })
    })
    .delete('/api/session', (c) => {
      const headers = { 'Cache-Control': 'no-store', 'Set-Cookie': sessionCookie(undefined, { https }) }
      return c.body(null, 204, headers)
    })

/** A session is a cookie, which pages of other sites do not set or take away, listed or not. */
const ownPageAlone: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (c.var.ofOtherSite) throw new RefusalError('forbidden', 'One logs in on the page of this server alone.')
  await next()
}
