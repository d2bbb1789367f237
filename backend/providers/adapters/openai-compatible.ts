import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type { AspectRatio } from '../../../contract/parameters.ts'
import { boundedFetch } from '../bounded-fetch.ts'
import { generateWithSdk } from '../generate-with-sdk.ts'
import type { Endpoint } from '../adapter.ts'
import type { Generate } from '../provider.ts'

/** In steps of 64, which every diffusion server takes. */
const sizes: Record<AspectRatio, `${number}x${number}`> = {
  '1:1': '1024x1024',
  '3:2': '1152x768',
  '2:3': '768x1152',
  '4:3': '1024x768',
  '3:4': '768x1024',
  '16:9': '1024x576',
  '9:16': '576x1024',
}

/** Any server that answers `/images/generations` as OpenAI does. */
export function openaiCompatible(endpoint: Endpoint): Generate {
  const { id, key, baseUrl, now, who } = endpoint
  const model = createOpenAICompatible({
    name: 'compatible',
    baseURL: baseUrl,
    fetch: boundedFetch(endpoint),
    ...(key !== undefined && { apiKey: key }),
  }).imageModel(id)
  return async (request) => {
    const { aspectRatio, seed } = request
    const { images } = await generateWithSdk({ model, who, secrets: key === undefined ? [] : [key], now }, request, {
      ...(aspectRatio && { size: sizes[aspectRatio] }),
      // The package drops its own seed argument; these go into the body as they are.
      providerOptions: { compatible: { response_format: 'b64_json', ...(seed !== undefined && { seed }) } },
    })
    return { images: images.map((image) => ({ ...image, ...(seed !== undefined && { seed }) })) }
  }
}
