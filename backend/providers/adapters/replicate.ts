import * as z from 'zod/mini'
import type { Endpoint } from '../adapter.ts'
import { askAs, bearer } from '../ask.ts'
import { collect, pollFor } from '../poll.ts'
import type { Generate, ImageRequest } from '../provider.ts'
import { namedFailure } from '../verdicts.ts'

/** Replicate: a prediction is created, asked after until it has succeeded, and then holds addresses of pictures. */
export function replicate(endpoint: Endpoint): Generate {
  const { baseUrl, id, who } = endpoint
  const ask = askAs(endpoint, { headers: bearer(endpoint) })
  const addressOf = (ticket: string) => `${baseUrl}/predictions/${encodeURIComponent(ticket)}`
  return async (request) => {
    const { signal } = request
    const submit = async () => {
      const answer = await ask.json({
        url: `${baseUrl}/models/${id}/predictions`,
        json: { input: inputOf(request) },
        signal,
      })
      return answer.read(Prediction).id
    }
    const output = await pollFor(endpoint, request, {
      submit,
      look: (ticket) => ask.json({ url: addressOf(ticket), signal }),
      judge: (answer) => {
        const { status, output: made, error } = answer.read(Prediction)
        if (status === 'succeeded' && made !== undefined && made !== null) return [made].flat()
        if (status === 'failed' && /nsfw|sensitive|safety|flagged/iu.test(error ?? ''))
          throw namedFailure('refusedPicture', who, new Error(error ?? ''))
        if (isOver(status)) throw namedFailure('gaveUp', who, new Error(error ?? status))
        return undefined
      },
      cancel: (ticket, over) => ask.json({ url: `${addressOf(ticket)}/cancel`, method: 'POST', signal: over }),
    })
    const pictures = await Promise.all(output.slice(0, request.count).map((url) => collect(ask, url, signal)))
    return { images: pictures.map((bytes) => ({ bytes })) }
  }
}

const isOver = (status: string) => ['succeeded', 'failed', 'canceled', 'aborted'].includes(status)

const Prediction = z.object({
  id: z.string().check(z.regex(/^\w{1,100}$/u)),
  status: z.string(),
  output: z.optional(z.nullable(z.union([z.url(), z.array(z.url()).check(z.minLength(1))]))),
  error: z.optional(z.nullable(z.string())),
})

const inputOf = ({ prompt, aspectRatio, guidance, negativePrompt, seed, steps }: ImageRequest) => ({
  prompt,
  ...(aspectRatio && { aspect_ratio: aspectRatio }),
  ...(negativePrompt !== undefined && { negative_prompt: negativePrompt }),
  ...(seed !== undefined && { seed }),
  ...(steps !== undefined && { num_inference_steps: steps }),
  ...(guidance !== undefined && { guidance }),
})
