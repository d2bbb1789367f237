import * as z from 'zod/mini'
import type { Endpoint } from '../adapter.ts'
import { askAs, bearer } from '../ask.ts'
import type { Generate } from '../provider.ts'
import { namedFailure } from '../verdicts.ts'

/** xAI's Grok Imagine, `/images/generations`: near to OpenAI's format, with a ratio for a size. */
export function xai(endpoint: Endpoint): Generate {
  const { baseUrl, id, who } = endpoint
  const ask = askAs(endpoint, { headers: bearer(endpoint) })
  return async ({ prompt, aspectRatio, count, signal }) => {
    const answer = await ask.json({
      url: `${baseUrl}/images/generations`,
      json: {
        model: id,
        prompt,
        n: count,
        response_format: 'b64_json',
        ...(aspectRatio && { aspect_ratio: aspectRatio }),
      },
      signal,
    })
    const { data, usage } = answer.read(Reply)
    const kept = data.slice(0, count).filter(({ respect_moderation: kind }) => kind !== false)
    if (kept.length === 0) throw namedFailure('refusedPicture', who)
    const images = kept.flatMap(({ b64_json: text }) => (text ? [{ bytes: answer.picture(text) }] : []))
    if (images.length === 0) throw namedFailure('noImage', who)
    const revisedPrompt = data[0]?.revised_prompt ?? ''
    const ticks = usage?.cost_in_usd_ticks ?? undefined
    return {
      images,
      ...(revisedPrompt !== '' && { revisedPrompt }),
      ...(ticks !== undefined && { costMicroUsd: Math.ceil(ticks / ticksOfMicroUsd) }),
    }
  }
}

/** xAI counts in ten-billionths of a dollar. */
const ticksOfMicroUsd = 10_000

const Reply = z.object({
  data: z.array(
    z.object({
      b64_json: z.optional(z.nullable(z.string())),
      revised_prompt: z.optional(z.nullable(z.string())),
      respect_moderation: z.optional(z.nullable(z.boolean())),
    }),
  ),
  usage: z.optional(z.nullable(z.object({ cost_in_usd_ticks: z.optional(z.nullable(z.number())) }))),
})
