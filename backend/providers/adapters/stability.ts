import * as z from 'zod/mini'
import type { Endpoint } from '../adapter.ts'
import { askAs, bearer } from '../ask.ts'
import type { Generate, ImageRequest } from '../provider.ts'
import { namedFailure } from '../verdicts.ts'

/** Stability AI's own API, `/v2beta/stable-image/generate`: one picture a request, as multipart, answered as JSON. */
export function stability(endpoint: Endpoint): Generate {
  const { baseUrl, id, who } = endpoint
  const headers = bearer(endpoint)
  const ask = askAs(endpoint, { headers: () => ({ ...headers(), Accept: 'application/json' }) })
  const path = services[id] ?? 'sd3'
  return async (request) => {
    const url = `${baseUrl}/v2beta/stable-image/generate/${path}`
    const answer = await ask.json({
      url,
      form: formOf(request, path === 'sd3' ? id : undefined),
      signal: request.signal,
    })
    const { image, finish_reason: reason, seed } = answer.read(Reply)
    // The answer then holds a blurred picture, with status 200.
    if (reason === 'CONTENT_FILTERED') throw namedFailure('refusedPicture', who)
    return { images: [{ bytes: answer.picture(image), ...(seed !== undefined && { seed: shownSeed(seed) }) }] }
  }
}

const services: Record<string, string> = { 'stable-image-core': 'core', 'stable-image-ultra': 'ultra' }

const Reply = z.object({
  image: z.string().check(z.minLength(1)),
  finish_reason: z.string(),
  seed: z.optional(z.int()),
})

function formOf({ prompt, aspectRatio, guidance, negativePrompt, seed }: ImageRequest, model: string | undefined) {
  const form = new FormData()
  const fields = {
    prompt,
    model,
    negative_prompt: negativePrompt,
    aspect_ratio: aspectRatio,
    seed: seed === 0 ? inPlaceOfZero : seed,
    cfg_scale: guidance,
    output_format: 'png',
  }
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, String(value))
  return form
}

// To Stability 0 means “any seed”; nobody here can ask for its largest one.
const inPlaceOfZero = 4_294_967_294
const shownSeed = (seed: number) => (seed === inPlaceOfZero ? 0 : seed)
