import * as z from 'zod/mini'
import type { AspectRatio } from '../../../contract/parameters.ts'
import type { Endpoint } from '../adapter.ts'
import { askAs, bearer } from '../ask.ts'
import type { Generate } from '../provider.ts'

/** Free sizes are in steps of 16 with at least 655,360 pixels; the earlier models take the first three. */
const sizes: Record<AspectRatio, string> = {
  '1:1': '1024x1024',
  '3:2': '1536x1024',
  '2:3': '1024x1536',
  '4:3': '1280x960',
  '3:4': '960x1280',
  '16:9': '1536x864',
  '9:16': '864x1536',
}

/** OpenAI's image models. `tokenMicroUsd` turns the tokens that OpenAI counted into the cost. */
export function openai(endpoint: Endpoint): Generate {
  const { baseUrl, id, tokenMicroUsd: price } = endpoint
  const ask = askAs(endpoint, { headers: bearer(endpoint) })
  return async ({ prompt, aspectRatio, count, signal }) => {
    const answer = await ask.json({
      url: `${baseUrl}/images/generations`,
      json: {
        model: id,
        prompt,
        n: count,
        ...(aspectRatio && { size: sizes[aspectRatio] }),
        // Later models answer so anyway, and do not know the field.
        ...(id.startsWith('dall-e-') && { response_format: 'b64_json' }),
      },
      signal,
    })
    const { data, usage } = answer.read(Reply)
    const revisedPrompt = data[0]?.revised_prompt ?? undefined
    return {
      images: data.slice(0, count).map(({ b64_json }) => ({ bytes: answer.picture(b64_json) })),
      ...(revisedPrompt !== undefined && { revisedPrompt }),
      ...(usage && price && { costMicroUsd: usage.input_tokens * price.input + usage.output_tokens * price.output }),
    }
  }
}

const Reply = z.object({
  data: z
    .array(z.object({ b64_json: z.string(), revised_prompt: z.optional(z.nullable(z.string())) }))
    .check(z.minLength(1)),
  usage: z.optional(z.nullable(z.object({ input_tokens: z.int(), output_tokens: z.int() }))),
})
