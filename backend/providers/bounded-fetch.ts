import { ProviderError } from './provider.ts'

type Fetch = typeof globalThis.fetch

/** A reply is base64 of up to ten pictures of 2 to 3 MB each; what is larger is no picture that we could use. */
const maxReplyBytes = 32 * 1024 * 1024

/**
 * A fetch for one provider's address alone: no other origin, no redirect (a redirect would carry the key along), and
 * no more bytes than a picture can have. Throws ProviderError, in the body's stream too.
 */
export function boundedFetch({ fetch, baseUrl, who }: { fetch: Fetch; baseUrl: string; who: string }): Fetch {
  const tooLarge = () =>
    new ProviderError(
      'invalid_image',
      `${who} sent more than ${maxReplyBytes / 1024 / 1024} MB, which was not read to its end.`,
      {
        didNoWork: false,
      },
    )
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.origin !== new URL(baseUrl).origin)
      throw new ProviderError(
        'unavailable',
        `${who} answered with the address of another server in place of the image, which is not fetched.`,
        { didNoWork: false },
      )
    const response = await fetch(url, { ...init, redirect: 'manual' })
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      throw new ProviderError(
        'unavailable',
        `${who} answered with a redirect, which is not followed. Check the base URL in the server's settings.`,
        { didNoWork: true },
      )
    }
    const { status, statusText, headers } = response
    return new Response(response.body?.pipeThrough(limit(maxReplyBytes, tooLarge)) ?? null, {
      status,
      statusText,
      headers,
    })
  }
}

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
