import * as z from 'zod/mini'
import type { Endpoint } from './adapter.ts'
import { askAs, bearer } from './ask.ts'

/** The category that a text falls into by OpenAI's moderation; undefined: none. Throws ProviderError when it cannot be asked. */
export type Moderate = (text: string, signal: AbortSignal) => Promise<string | undefined>

/** OpenAI's `/moderations`. */
export function openaiModeration(endpoint: Pick<Endpoint, 'baseUrl' | 'fetch' | 'foreign' | 'key' | 'now'>): Moderate {
  const ask = askAs({ ...endpoint, id: model, who: 'OpenAI’s moderation' }, { headers: bearer(endpoint) })
  return async (input, signal) => {
    const answer = await ask.json({ url: `${endpoint.baseUrl}/moderations`, json: { model, input }, signal })
    const { results } = answer.read(Reply)
    const [first] = results.filter(({ flagged }) => flagged)
    if (first === undefined) return undefined
    const worst = Object.entries(first.category_scores)
      .filter(([name]) => first.categories[name] === true)
      .toSorted(([, a], [, b]) => b - a)[0]
    return worst?.[0] ?? 'flagged'
  }
}

const model = 'omni-moderation-latest'

const Reply = z.object({
  results: z
    .array(
      z.object({
        flagged: z.boolean(),
        categories: z.record(z.string(), z.boolean()),
        category_scores: z.record(z.string(), z.number()),
      }),
    )
    .check(z.minLength(1)),
})
