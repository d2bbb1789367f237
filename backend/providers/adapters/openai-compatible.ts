import * as z from 'zod/mini'
import type { AspectRatio } from '../../../contract/parameters.ts'
import type { Endpoint } from '../adapter.ts'
import { type Answer, type Ask, askAs, bearer } from '../ask.ts'
import { collect } from '../poll.ts'
import type { Generate } from '../provider.ts'
import { namedFailure } from '../verdicts.ts'

/** In steps of 64, which every diffusion server takes. */
const sizes: Record<AspectRatio, string> = {
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
  const { baseUrl, id, who } = endpoint
  const ask = askAs(endpoint, { headers: bearer(endpoint) })
  return async ({ prompt, aspectRatio, count, seed, signal }) => {
    const answer = await ask.json({
      url: `${baseUrl}/images/generations`,
      json: {
        model: id,
        prompt,
        n: count,
        response_format: 'b64_json',
        ...(aspectRatio && { size: sizes[aspectRatio] }),
        ...(seed !== undefined && { seed }),
      },
      signal,
    })
    const { data } = answer.read(Reply)
    const pictures = await Promise.all(
      data.slice(0, count).map((each) => pictureOf(each, { ask, answer, who, signal })),
    )
    return { images: pictures.map((bytes) => ({ bytes, ...(seed !== undefined && { seed }) })) }
  }
}

const Entry = z.object({ b64_json: z.optional(z.nullable(z.string())), url: z.optional(z.nullable(z.string())) })
const Reply = z.object({ data: z.array(Entry).check(z.minLength(1)) })

type Context = { ask: Ask; answer: Answer; who: string; signal: AbortSignal }

/** Some give an address although base64 was asked for, or a `data:` address. */
async function pictureOf({ b64_json: text, url }: z.infer<typeof Entry>, { ask, answer, who, signal }: Context) {
  if (text) return answer.picture(text)
  if (url && /^(?:data|picture):/u.test(url)) return answer.picture(url)
  if (url) return collect(ask, url, signal)
  throw namedFailure('noImage', who)
}
