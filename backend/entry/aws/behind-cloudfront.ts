import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'

/** What the template's CloudFront and its function set, over whatever the viewer sent. */
export const frontHeaders = {
  secret: 'x-origin-secret',
  host: 'x-viewer-host',
  address: 'x-viewer-address',
  /** Where CloudFront signs its requests, the viewer's own `Authorization` would be lost. */
  authorization: 'x-viewer-authorization',
} as const

/**
 * Hands on what comes through CloudFront, with the host and the authorization that its viewer sent, and refuses whatever
 * comes past it: the rest believes these headers.
 */
export const behindCloudFront = (
  app: { fetch: (request: Request) => Response | Promise<Response> },
  isFront: (value: string) => Promise<boolean>,
): Hono =>
  new Hono().all('*', async (c) => {
    const { raw } = c.req
    const secret = raw.headers.get(frontHeaders.secret)
    if (secret === null || !(await isFront(secret))) {
      const error = 'This server answers at its own address alone.'
      return c.json({ error, code: 'forbidden', requestId: randomUUID() }, 403, { 'Cache-Control': 'no-store' })
    }
    return app.fetch(asSent(raw))
  })

function asSent(request: Request): Request {
  const headers = new Headers(request.headers)
  const host = headers.get(frontHeaders.host)
  const authorization = headers.get(frontHeaders.authorization)
  if (host !== null) headers.set('host', host)
  // CloudFront's own signature, where it signs, is nobody's token.
  if (authorization !== null) headers.set('authorization', authorization)
  else if (headers.get('authorization')?.startsWith('AWS4-')) headers.delete('authorization')
  headers.delete(frontHeaders.secret)
  return new Request(request, { headers })
}
