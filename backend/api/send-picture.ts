import type { OpenedImage } from '../storage/storage.ts'
import type { ApiContext } from './app-deps.ts'

/** Or 304 to a browser that has it. */
export function sendPicture(
  c: ApiContext,
  { body, byteLength, mediaType }: OpenedImage,
  { etag, ...caching }: { etag?: string; 'Cache-Control': string; 'X-Robots-Tag'?: string },
): Response {
  const headers = { ...caching, ...(etag !== undefined && { ETag: etag }) }
  if (etag !== undefined && c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304, headers)
  return c.body(body, 200, {
    ...headers,
    'Content-Type': mediaType,
    'Content-Length': String(byteLength),
    'Content-Disposition': 'inline',
  })
}
