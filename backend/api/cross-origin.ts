import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'

/**
 * Lets pages of the listed origins (`https://studio.example`) ask with a token of their own and read the answers. Never with
 * cookies, which would let such a page act in the name of whoever looks at it.
 */
export const crossOrigin = (origins: readonly string[]): MiddlewareHandler =>
  origins.length === 0
    ? (_, next) => next()
    : cors({
        origin: [...origins],
        allowMethods: ['GET', 'POST', 'DELETE'],
        allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key'],
        exposeHeaders,
        maxAge: 7200,
      })

const exposeHeaders = [
  'Link',
  'Location',
  'Idempotent-Replayed',
  'Retry-After',
  'X-Request-Id',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
]
