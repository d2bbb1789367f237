import type { OpenedImage } from '../storage/storage.ts'
import type { ApiContext } from './app-deps.ts'

/** Or 304 to a browser that has it. */
export async function sendPicture(
  c: ApiContext,
  { body, byteLength, mediaType }: OpenedImage,
  { etag, ...caching }: { etag?: string; 'Cache-Control': string; 'X-Robots-Tag'?: string },
): Promise<Response> {
  const known = { ...caching, ...(etag !== undefined && { ETag: etag }) }
  const headers = {
    ...known,
    'Content-Type': mediaType,
    'Content-Length': String(byteLength),
    'Content-Disposition': 'inline',
  }
  const isKnown = etag !== undefined && c.req.header('if-none-match')?.includes(etag)
  if (!isKnown && c.req.method !== 'HEAD') return c.body(body, 200, headers)
  // What nobody reads would hold the connection that it comes by.
  if (body instanceof ReadableStream) await body.cancel()
  return isKnown ? c.body(null, 304, known) : c.body(null, 200, headers)
}
