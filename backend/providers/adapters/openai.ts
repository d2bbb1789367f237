import { createOpenAI } from '@ai-sdk/openai'
import * as z from 'zod/mini'
import type { AspectRatio } from '../../../contract/parameters.ts'
import type { Endpoint } from '../adapter.ts'
import { boundedFetch } from '../bounded-fetch.ts'
import { generateWithSdk } from '../generate-with-sdk.ts'
import type { Generate } from '../provider.ts'

/** Free sizes are in steps of 16 with at least 655,360 pixels; the earlier models take the first three. */
const sizes: Record<AspectRatio, `${number}x${number}`> = {
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
  const { id, key, baseUrl, now, who, tokenMicroUsd } = endpoint
  const fetch = key === undefined ? withoutKey(boundedFetch(endpoint)) : boundedFetch(endpoint)
  const model = createOpenAI({ apiKey: key ?? '', baseURL: baseUrl, fetch }).image(id)
  return async (request) => {
    const { aspectRatio } = request
    const { images, tokens, metadata } = await generateWithSdk(
      { model, who, secrets: key === undefined ? [] : [key], now },
      request,
      {
        ...(aspectRatio && { size: sizes[aspectRatio] }),
      },
    )
    const revisedPrompt = Metadata.safeParse(metadata).data?.openai.images[0]?.revisedPrompt
    return {
      images,
      ...(revisedPrompt !== undefined && { revisedPrompt }),
      ...(tokens &&
        tokenMicroUsd && { costMicroUsd: tokens.input * tokenMicroUsd.input + tokens.output * tokenMicroUsd.output }),
    }
  }
}

const Metadata = z.object({
  openai: z.object({ images: z.array(z.object({ revisedPrompt: z.optional(z.string()) })) }),
})

/** The package sends the header of a key even when there is none. */
const withoutKey =
  (fetch: Endpoint['fetch']): Endpoint['fetch'] =>
  (input, init) => {
    const headers = new Headers(init?.headers)
    headers.delete('authorization')
    return fetch(input, { ...init, headers })
  }
