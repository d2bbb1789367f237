import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { type Enhancer, ruleEnhancer } from '../providers/language/enhancer.ts'
import type { LanguageEndpoint } from '../providers/language/resolve-language-model.ts'
import { openaiModeration } from '../providers/moderation.ts'
import { breachOf } from '../safety/refuse-blocked.ts'
import type { Moderation } from '../safety/refuse-flagged.ts'

type Deps = { fetch: typeof globalThis.fetch; log: Logger }

/** Who rewrites prompts. What a language model needs is loaded here, before anybody waits for it. */
export async function openEnhancer(endpoint: LanguageEndpoint | undefined, { fetch, log }: Deps): Promise<Enhancer> {
  if (endpoint === undefined) return ruleEnhancer
  const [{ openLanguageModel }, { languageEnhancer }] = await Promise.all([
    import('../providers/language/ask-language-model.ts'),
    import('../providers/language/language-enhancer.ts'),
  ])
  return languageEnhancer({
    ask: await openLanguageModel(endpoint, { fetch, now: Date.now }),
    name: endpoint.id,
    // A model of unknown price beside a budget is left out at the start.
    priceMicroUsd: endpoint.priceMicroUsd ?? 0,
    isAllowed: (text) => breachOf(text) === undefined,
    log,
  })
}

export function openModeration(
  { moderation }: Pick<Config, 'moderation'>,
  { fetch, log }: Deps,
): Moderation | undefined {
  if (moderation === undefined) return undefined
  const { key, baseUrl, whenDown } = moderation
  const categoryOf = openaiModeration({ fetch, now: Date.now, baseUrl, key: key === '' ? undefined : key })
  return { categoryOf, whenDown, timeoutMs: 3000, log }
}
