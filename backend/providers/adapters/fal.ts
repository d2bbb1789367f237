import * as z from 'zod/mini'
import type { Endpoint } from '../adapter.ts'
import { askAs } from '../ask.ts'
import { megapixelSizes } from '../megapixel-sizes.ts'
import { collect, pollFor } from '../poll.ts'
import type { Generate, ImageRequest } from '../provider.ts'
import { namedFailure } from '../verdicts.ts'

/** fal's queue: a request gets an id, is asked after until it is completed, and then holds addresses of pictures. */
export function fal(endpoint: Endpoint): Generate {
  const { baseUrl, id, key, who } = endpoint
  const ask = askAs(endpoint, { headers: () => (key === undefined ? {} : { Authorization: `Key ${key}` }) })
  return async (request) => {
    const { signal } = request
    const submit = async () => {
      const answer = await ask.json({ url: `${baseUrl}/${id}`, json: bodyOf(request), signal })
      return JSON.stringify(answer.read(Ticket))
    }
    const result = await pollFor(endpoint, request, {
      submit,
      look: async (ticket) => {
        const { status_url, response_url } = addresses(ticket)
        const looked = await ask.json({ url: status_url, signal })
        return looked.read(Status).status === 'COMPLETED' ? ask.json({ url: response_url, signal }) : looked
      },
      judge: (answer) => (answer.maybe(Status) ? undefined : answer.read(Result)),
      cancel: (ticket, over) => ask.json({ url: addresses(ticket).cancel_url, method: 'PUT', signal: over }),
    })
    const withheld = result.has_nsfw_concepts
    const kept = result.images.slice(0, request.count).filter((_, index) => withheld?.[index] !== true)
    // What its safety checker withholds comes as a black picture.
    if (kept.length === 0) throw namedFailure('refusedPicture', who)
    const pictures = await Promise.all(kept.map(({ url }) => collect(ask, url, signal)))
    const seed = result.seed ?? undefined
    return { images: pictures.map((bytes) => ({ bytes, ...(seed !== undefined && kept.length === 1 && { seed }) })) }
  }
}

/** A ticket holds the three addresses that fal gave. */
const addresses = (ticket: string) => Ticket.parse(JSON.parse(ticket))

const Ticket = z.object({ status_url: z.url(), response_url: z.url(), cancel_url: z.url() })
const Status = z.object({ status: z.string() })
const Result = z.object({
  images: z.array(z.object({ url: z.url() })).check(z.minLength(1)),
  seed: z.optional(z.nullable(z.number())),
  has_nsfw_concepts: z.optional(z.nullable(z.array(z.boolean()))),
})

function bodyOf({ prompt, aspectRatio, count, guidance, negativePrompt, seed, steps }: ImageRequest) {
  return {
    prompt,
    num_images: count,
    ...(aspectRatio && { image_size: megapixelSizes[aspectRatio] }),
    ...(negativePrompt !== undefined && { negative_prompt: negativePrompt }),
    ...(seed !== undefined && { seed }),
    ...(steps !== undefined && { num_inference_steps: steps }),
    ...(guidance !== undefined && { guidance_scale: guidance }),
  }
}
