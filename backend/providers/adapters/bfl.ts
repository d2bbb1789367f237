import * as z from 'zod/mini'
import type { Endpoint } from '../adapter.ts'
import { askAs } from '../ask.ts'
import { megapixelSizes } from '../megapixel-sizes.ts'
import { collect, pollFor } from '../poll.ts'
import type { Generate, ImageRequest } from '../provider.ts'
import { namedFailure } from '../verdicts.ts'

/** Black Forest Labs: a request gives an address to ask again, and that in the end one of the picture. */
export function bfl(endpoint: Endpoint): Generate {
  const { baseUrl, id, key, who } = endpoint
  const ask = askAs(endpoint, {
    headers: () => ({ Accept: 'application/json', ...(key !== undefined && { 'x-key': key }) }),
    // Unauthenticated requests and those of other regions are answered with 403.
    classify: ({ status, words }) => (status === 403 && /authenticated/iu.test(words.message) ? 'badKey' : undefined),
    isOwn: (url) => isRegionOf(baseUrl, url),
  })
  return async (request) => {
    const { signal } = request
    let costMicroUsd: number | undefined
    const submit = async () => {
      const answer = await ask.json({
        url: `${baseUrl}/v1/${encodeURIComponent(id)}`,
        json: bodyOf(id, request),
        signal,
      })
      const { polling_url: ticket, cost } = answer.read(Submitted)
      if (cost !== undefined && cost !== null) costMicroUsd = Math.ceil(cost * centMicroUsd)
      return ticket
    }
    const { sample, seed } = await pollFor(endpoint, request, {
      submit,
      look: (ticket) => ask.json({ url: ticket, signal }),
      judge: (answer) => {
        const { status, result } = answer.read(Looked)
        if (status === 'Ready' && result) return result
        if (status.endsWith('Moderated'))
          throw namedFailure(status.startsWith('Request') ? 'refused' : 'refusedPicture', who)
        if (status === 'Task not found') throw namedFailure('forgotten', who)
        if (status === 'Error' || status === 'Ready') throw namedFailure('gaveUp', who)
        return undefined
      },
    })
    const bytes = await collect(ask, sample, signal)
    return {
      images: [{ bytes, ...(seed !== undefined && seed !== null && { seed }) }],
      ...(costMicroUsd !== undefined && { costMicroUsd }),
    }
  }
}

/** Of a credit. */
const centMicroUsd = 10_000

const Submitted = z.object({ polling_url: z.url(), cost: z.optional(z.nullable(z.number())) })
const Looked = z.object({
  status: z.string(),
  result: z.optional(z.nullable(z.object({ sample: z.url(), seed: z.optional(z.nullable(z.int())) }))),
})

/** These take a ratio; all others a width and a height. */
const byRatio = /ultra|kontext/u

function bodyOf(id: string, { prompt, aspectRatio, guidance, seed, steps }: ImageRequest) {
  return {
    prompt,
    output_format: 'png',
    ...(aspectRatio && (byRatio.test(id) ? { aspect_ratio: aspectRatio } : megapixelSizes[aspectRatio])),
    ...(seed !== undefined && { seed }),
    ...(steps !== undefined && { steps }),
    ...(guidance !== undefined && { guidance }),
  }
}

/** The address to ask again may be that of a region: `api.us1.bfl.ai` for `api.bfl.ai`. */
const isRegionOf = (baseUrl: string, { protocol, hostname, port }: URL) =>
  protocol === 'https:' &&
  port === '' &&
  new URL(baseUrl).hostname.endsWith('.bfl.ai') &&
  /^api\.[a-z0-9]+\.bfl\.ai$/u.test(hostname)
