import { Hono } from 'hono'
import { RefusalError } from '../../contract/refusal.ts'
import type { Visitors } from '../accounts/visitor.ts'
import type { ApiContext, ApiEnv, AppDeps } from './app-deps.ts'
import { notFound } from './not-found.ts'
import type { PageFile } from './page-files.ts'
import { greetVisitor } from './visitor-of.ts'

/** The built page: its files, and index.html for every address that the page itself understands. */
export const page = ({ page: files }: Pick<AppDeps, 'page'>, visitors: Visitors) =>
  new Hono<ApiEnv>().get('*', (c) => {
    const { path } = c.req
    if (/^\/(?:api|images)(?:\/|$)/u.test(path)) return notFound(c)
    if (files === undefined) {
      throw new RefusalError(
        'unavailable',
        'The page has not been built. Run npm start, then reload; the API works without it.',
      )
    }
    const isPageAddress = path === '/' || (/^[^.]*$/u.test(path) && c.req.header('accept')?.includes('text/html'))
    const name = isPageAddress ? '/index.html' : path
    const file = files.get(name)
    if (file === undefined) return notFound(c)
    return send(c, file, cacheControl(file, name === '/index.html' && greetVisitor(c, visitors)))
  })

// An answer with somebody's cookie must not be kept by a cache that visitors share.
const cacheControl = ({ hashed }: PageFile, greets: boolean) =>
  hashed ? 'public, max-age=31536000, immutable' : `${greets ? 'private, ' : ''}no-cache`

function send(c: ApiContext, file: PageFile, caching: string): Response {
  const encoding = (['br', 'gzip'] as const).find(
    (name) => file[name] && accepts(c.req.header('accept-encoding'), name),
  )
  const bytes = (encoding && file[encoding]) ?? file.plain
  const headers = {
    'Cache-Control': caching,
    ETag: `"${file.etag}${encoding === undefined ? '' : `-${encoding}`}"`,
    ...(file.br && { Vary: 'Accept-Encoding' }),
  }
  if (c.req.header('if-none-match')?.includes(headers.ETag)) return c.body(null, 304, headers)
  return c.body(bytes, 200, {
    ...headers,
    'Content-Type': file.type,
    'Content-Length': String(bytes.byteLength),
    ...(encoding && { 'Content-Encoding': encoding }),
  })
}

/**
 * Whether an `Accept-Encoding` header allows an encoding: it, or `*`, is named and not with a quality of 0. No browser
 * writes a long one: that allows nothing. No pattern looks for spaces in it, which of many would take their square of steps.
 */
function accepts(header: string | undefined, encoding: string): boolean {
  if (header === undefined || header.length > longestAccepted) return false
  const qualities = new Map(
    header.split(',').map((part) => {
      const [name = '', quality = 'q=1'] = part.toLowerCase().split(';')
      return [name.trim(), Number(quality.trim().replace(/^q=/u, ''))]
    }),
  )
  return (qualities.get(encoding) ?? qualities.get('*') ?? 0) > 0
}

const longestAccepted = 500
