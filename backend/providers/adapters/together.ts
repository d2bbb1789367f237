import * as z from 'zod/mini'
import type { Endpoint } from '../adapter.ts'
import { askAs, bearer } from '../ask.ts'
import { megapixelSizes } from '../megapixel-sizes.ts'
import type { Generate } from '../provider.ts'

/** Together AI, `/images/generations`: near to OpenAI's format, with width, height and the settings of diffusion. */
export function together(endpoint: Endpoint): Generate {
  const { baseUrl, id } = endpoint
  const ask = askAs(endpoint, { headers: bearer(endpoint) })
  return async ({ prompt, aspectRatio, count, guidance, negativePrompt, seed, signal, steps }) => {
    const answer = await ask.json({
      url: `${baseUrl}/images/generations`,
      json: {
        model: id,
        prompt,
        n: count,
        response_format: 'base64',
        ...(aspectRatio && (byRatio.test(id) ? { aspect_ratio: aspectRatio } : megapixelSizes[aspectRatio])),
        ...(negativePrompt !== undefined && { negative_prompt: negativePrompt }),
        ...(seed !== undefined && { seed }),
        ...(steps !== undefined && { steps }),
        ...(guidance !== undefined && { guidance_scale: guidance }),
      },
      signal,
    })
    return {
      images: answer
        .read(Reply)
        .data.slice(0, count)
        .map(({ b64_json }) => ({ bytes: answer.picture(b64_json) })),
    }
  }
}

/** These take a ratio; all others a width and a height. */
const byRatio = /schnell|kontext/iu

const Reply = z.object({ data: z.array(z.object({ b64_json: z.string() })).check(z.minLength(1)) })
