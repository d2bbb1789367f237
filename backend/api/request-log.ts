import { createHash, randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Logger } from 'pino'
import type { ApiEnv } from './app-deps.ts'

/** Gives the request its id and logs one line when it is answered: the route's pattern, never the path, query or body. */
export const requestLog =
  (log: Logger): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const startedAt = performance.now()
    const requestId = randomUUID()
    c.set('requestId', requestId)
    await next()
    c.header('X-Request-Id', requestId)
    const { visitor, refusal } = c.var
    log.info(
      {
        method: c.req.method,
        route: matchedRoutes(c).find(({ path }) => path !== '/*')?.path ?? '/*',
        status: c.res.status,
        ...(refusal && { code: refusal }),
        ms: Math.round(performance.now() - startedAt),
        requestId,
        ...(visitor !== undefined && { visitor: shortHash(visitor) }),
      },
      'request',
    )
  }

const shortHash = (visitor: string) => createHash('sha256').update(visitor).digest('hex').slice(0, 8)
