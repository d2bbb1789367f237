import * as z from 'zod/mini'
import type { Endpoint } from '../adapter.ts'
import { askAs } from '../ask.ts'
import { namedFailure, type VerdictName } from '../verdicts.ts'
import type { Generate } from '../provider.ts'

/** Gemini's image models, `:generateContent`, of the Gemini API and of Vertex AI with an API key. One picture a request. */
export function google(endpoint: Endpoint): Generate {
  const { baseUrl, id, key, who, tokenMicroUsd: price } = endpoint
  const ask = askAs(endpoint, { headers: () => (key === undefined ? {} : { 'x-goog-api-key': key }) })
  return async ({ prompt, aspectRatio, seed, signal }) => {
    const answer = await ask.json({
      url: `${baseUrl}/models/${encodeURIComponent(id)}:generateContent`,
      json: {
        contents: [{ role: 'user', parts: [{ text: prompt }] }],
        generationConfig: {
          responseModalities: ['IMAGE'],
          ...(aspectRatio && { imageConfig: { aspectRatio } }),
          ...(seed !== undefined && { seed }),
        },
      },
      signal,
    })
    const { candidates, promptFeedback, usageMetadata } = answer.read(Reply)
    const parts = candidates.flatMap(({ content }) => content?.parts ?? [])
    const images = parts
      .slice(0, mostParts)
      .flatMap(({ inlineData }) => (inlineData ? [answer.picture(inlineData.data)] : []))
    if (images.length === 0) {
      const reason = promptFeedback?.blockReason === undefined ? candidates[0]?.finishReason : 'PROMPT_BLOCKED'
      throw namedFailure(whyEmpty(reason), who, new Error(reason))
    }
    const { promptTokenCount: input, candidatesTokenCount: output } = usageMetadata ?? {}
    return {
      images: images.map((bytes) => ({ bytes })),
      ...(price && input !== undefined && output !== undefined && { costMicroUsd: costOf(price, { input, output }) }),
    }
  }
}

const Reply = z.object({
  candidates: z._default(
    z.array(
      z.object({
        content: z.optional(
          z.object({
            parts: z.optional(z.array(z.object({ inlineData: z.optional(z.object({ data: z.string() })) }))),
          }),
        ),
        finishReason: z.optional(z.string()),
      }),
    ),
    [],
  ),
  promptFeedback: z.optional(z.object({ blockReason: z.optional(z.string()) })),
  usageMetadata: z.optional(
    z.object({ promptTokenCount: z.optional(z.int()), candidatesTokenCount: z.optional(z.int()) }),
  ),
})

/** One picture was asked for; words may come before it. */
const mostParts = 8

/** A blocked prompt is not worked on; a picture that is withheld has been made. */
function whyEmpty(reason: string | undefined): VerdictName {
  if (reason === 'PROMPT_BLOCKED') return 'refused'
  return /SAFETY|PROHIBITED|BLOCKLIST|SPII|RECITATION/u.test(reason ?? '') ? 'refusedPicture' : 'noImage'
}

type Tokens = { input: number; output: number }
const costOf = (price: Tokens, used: Tokens) => Math.ceil(price.input * used.input + price.output * used.output)
