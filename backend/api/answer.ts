import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ApiContext } from './app-deps.ts'

/** A JSON answer that is never cached. It states its length, by which small answers are spared compression. */
export function answer(c: ApiContext, value: unknown, status: ContentfulStatusCode = 200): Response {
  const body = new TextEncoder().encode(JSON.stringify(value))
  return c.body(body, status, {
    'Content-Type': 'application/json',
    'Content-Length': String(body.byteLength),
    'Cache-Control': 'no-store',
  })
}
