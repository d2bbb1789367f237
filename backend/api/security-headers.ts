import type { MiddlewareHandler } from 'hono'

export const contentSecurityPolicy =
  "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

/** On every answer, whatever it is. */
export const securityHeaders = ({ https }: { https: boolean }): MiddlewareHandler => {
  const fixed = Object.entries({
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(https && { 'Strict-Transport-Security': 'max-age=31536000' }),
  })
  return async (c, next) => {
    await next()
    for (const [name, value] of fixed) c.res.headers.set(name, value)
    // Under no-referrer some browsers send `Origin: null` with a page's own writes.
    const isPage = c.res.headers.get('Content-Type')?.startsWith('text/html')
    c.res.headers.set('Referrer-Policy', isPage ? 'same-origin' : 'no-referrer')
  }
}
