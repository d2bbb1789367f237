import * as z from 'zod/mini'
import type { Endpoint } from '../adapter.ts'
import { askAs, bearer } from '../ask.ts'
import type { Generate } from '../provider.ts'

/** Recraft, `/images/generations`: near to OpenAI's format, with a ratio for a size. */
export function recraft(endpoint: Endpoint): Generate {
  const { baseUrl, id } = endpoint
  const ask = askAs(endpoint, { headers: bearer(endpoint) })
  return async ({ prompt, aspectRatio, negativePrompt, count, signal }) => {
    const answer = await ask.json({
      url: `${baseUrl}/images/generations`,
      json: {
        model: id,
        prompt,
        n: count,
        response_format: 'b64_json',
        ...(aspectRatio && { size: aspectRatio }),
        ...(negativePrompt !== undefined && { negative_prompt: negativePrompt }),
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

const Reply = z.object({ data: z.array(z.object({ b64_json: z.string() })).check(z.minLength(1)) })
