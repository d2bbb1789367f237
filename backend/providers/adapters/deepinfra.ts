import * as z from 'zod/mini'
import type { Endpoint } from '../adapter.ts'
import { askAs, bearer } from '../ask.ts'
import { megapixelSizes } from '../megapixel-sizes.ts'
import type { Generate, ImageRequest } from '../provider.ts'
import { namedFailure } from '../verdicts.ts'

/** DeepInfra's `/inference/<model>`: pictures come as data URLs, with what they cost. */
export function deepinfra(endpoint: Endpoint): Generate {
  const { baseUrl, id, who } = endpoint
  const ask = askAs(endpoint, { headers: bearer(endpoint) })
  return async (request) => {
    const answer = await ask.json({ url: `${baseUrl}/${id}`, json: bodyOf(request), signal: request.signal })
    const { images, nsfw_content_detected: withheld, seed, inference_status: end } = answer.read(Reply)
    const kept = images.slice(0, request.count).filter((_, index) => withheld?.[index] !== true)
    if (kept.length === 0) throw namedFailure('refusedPicture', who)
    const cost = end?.cost ?? undefined
    return {
      images: kept.map((url) => ({
        bytes: answer.picture(url),
        ...(kept.length === 1 && typeof seed === 'number' && { seed }),
      })),
      ...(cost !== undefined && { costMicroUsd: Math.ceil(cost * 1_000_000) }),
    }
  }
}

const Reply = z.object({
  images: z.array(z.string()).check(z.minLength(1)),
  nsfw_content_detected: z.optional(z.nullable(z.array(z.boolean()))),
  seed: z.optional(z.nullable(z.int())),
  /** `cost` in dollars. */
  inference_status: z.optional(z.nullable(z.object({ cost: z.optional(z.nullable(z.number())) }))),
})

function bodyOf({ prompt, aspectRatio, count, guidance, negativePrompt, seed, steps }: ImageRequest) {
  return {
    prompt,
    num_images: count,
    ...(aspectRatio && megapixelSizes[aspectRatio]),
    ...(negativePrompt !== undefined && { negative_prompt: negativePrompt }),
    ...(seed !== undefined && { seed }),
    ...(steps !== undefined && { num_inference_steps: steps }),
    ...(guidance !== undefined && { guidance_scale: guidance }),
  }
}
