import { type ForeignFetch, foreignFetch, ForeignUrlRefused, maxReplyBytes } from './foreign-fetch.ts'
import { ProviderError } from './provider.ts'

type Fetch = typeof globalThis.fetch

/**
 * A fetch for one provider: its own address without redirects (one would carry the key along), and what an answer names
 * elsewhere, such as a picture on another host, only from the public internet and without the key. No more bytes than a
 * picture can have. Throws ProviderError, in the body's stream too.
 */
export function boundedFetch(options: {
  fetch: Fetch
  baseUrl: string
  who: string
  foreign?: ForeignFetch
  /** Whether an address of another origin is the provider's own, which is asked like the base URL. */
  isOwn?: (url: URL) => boolean
}): Fetch {
  const { fetch, baseUrl, who, foreign = foreignFetch(), isOwn = () => false } = options
  const tooLarge = () =>
    new ProviderError(
      'invalid_image',
      `${who} sent more than ${maxReplyBytes / 1024 / 1024} MB, which was not read to its end.`,
      {
        didNoWork: false,
      },
    )
  const bounded = ({ body, status, statusText, headers }: Response) =>
    new Response(body?.pipeThrough(limit(maxReplyBytes, tooLarge)) ?? null, { status, statusText, headers })

  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.origin !== new URL(baseUrl).origin && !isOwn(url)) return fetchPicture(foreign, url, who, init)
    const response = await fetch(url, { ...init, redirect: 'manual' })
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      throw new ProviderError(
        'unavailable',
        `${who} answered with a redirect, which is not followed. Check the base URL in the server's settings.`,
        { didNoWork: true },
      )
    }
    return bounded(response)
  }
}

/** By then the provider has done its work, whatever becomes of the picture. Nothing is ever sent to such an address. */
async function fetchPicture(foreign: ForeignFetch, url: URL, who: string, init: RequestInit = {}): Promise<Response> {
  if ((init.method ?? 'GET') !== 'GET') throw lost(`${who} is not asked at the address of another server.`)
  try {
    const response = await foreign(url, init.signal ?? AbortSignal.any([]))
    if (response.ok) return response
    await response.body?.cancel()
    throw lost(`${who} made an image, but the address that it gave answered with ${response.status}.`)
  } catch (error) {
    if (error instanceof ProviderError) throw error
    if (error instanceof ForeignUrlRefused)
      throw lost(`${who} answered with an address in place of the image, which is not fetched: it ${error.message}.`)
    throw lost(`${who} made an image, but it could not be fetched from the address that it gave.`, error)
  }
}

const lost = (message: string, cause?: unknown) =>
  new ProviderError('unavailable', message, { didNoWork: false, cause })

function limit(
  maxBytes: number,
  fault: () => Error,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let bytes = 0
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.length
      if (bytes > maxBytes) throw fault()
      controller.enqueue(chunk)
    },
  })
}
