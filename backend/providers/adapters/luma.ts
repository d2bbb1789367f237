import * as z from 'zod/mini'
import type { Endpoint } from '../adapter.ts'
import { askAs, bearer } from '../ask.ts'
import { collect, pollFor } from '../poll.ts'
import type { Generate } from '../provider.ts'
import { namedFailure } from '../verdicts.ts'

/** Luma's Photon: a generation is created, asked after until it is completed, and then holds an address of the picture. */
export function luma(endpoint: Endpoint): Generate {
  const { baseUrl, id, who } = endpoint
  const ask = askAs(endpoint, { headers: bearer(endpoint) })
  const generations = `${baseUrl}/dream-machine/v1/generations`
  return async (request) => {
    const { prompt, aspectRatio, signal } = request
    const image = await pollFor(endpoint, request, {
      submit: async () => {
        const json = { model: id, prompt, ...(aspectRatio && { aspect_ratio: aspectRatio }) }
        return (await ask.json({ url: `${generations}/image`, json, signal })).read(Generation).id
      },
      look: (ticket) => ask.json({ url: `${generations}/${encodeURIComponent(ticket)}`, signal }),
      judge: (answer) => {
        const { state, assets, failure_reason: reason } = answer.read(Generation)
        if (state === 'completed' && assets?.image) return assets.image
        if (state === 'failed' && /moderation|not allowed/iu.test(reason ?? ''))
          throw namedFailure('refused', who, new Error(reason ?? ''))
        if (state === 'failed' || state === 'completed') throw namedFailure('gaveUp', who, new Error(reason ?? state))
        return undefined
      },
    })
    return { images: [{ bytes: await collect(ask, image, signal) }] }
  }
}

const Generation = z.object({
  id: z.string().check(z.regex(/^[\w-]{1,100}$/u)),
  state: z.string(),
  failure_reason: z.optional(z.nullable(z.string())),
  assets: z.optional(z.nullable(z.object({ image: z.optional(z.nullable(z.url())) }))),
})
