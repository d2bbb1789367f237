import { isLoopback } from '../../local-address.ts'
import type { ModelSettings } from '../../model-settings.ts'
import type { PromptModelSettings } from '../../prompt-model-settings.ts'
import { resolveModel } from '../resolve-model.ts'
import { type TextProvider, textProviders } from './text-providers.ts'

/** A language model that can be asked. */
export type LanguageEndpoint = {
  speaks: TextProvider['speaks']
  /** The provider's own name of the model. */
  id: string
  key?: string
  baseUrl: string
  /** How messages name the provider. */
  who: string
  /** Of one rewrite; null: not known. */
  priceMicroUsd: number | null
}

type Around = {
  models: Pick<ModelSettings, 'keys' | 'slots'>
  budgeted: boolean
}

/** Which model the settings mean. A fault is a sentence; then rules rewrite prompts. */
export function resolveLanguageModel(
  settings: PromptModelSettings,
  around: Around,
): LanguageEndpoint | { fault: string } {
  const slot = slotOf(settings, around)
  if ('fault' in slot) return slot
  const id = settings.id ?? textProviders[slot.provider ?? '']?.model
  const provider =
    settings.provider ?? slot.provider ?? (settings.baseUrl === undefined ? detect(id ?? '') : 'openai-compatible')
  const facts = provider === undefined ? undefined : textProviders[provider]
  if (provider === undefined || facts === undefined)
    return left(
      `PROMPT_MODEL_PROVIDER must say whose ${id ?? 'language model'} is: one of ${Object.keys(textProviders).join(', ')}`,
    )
  const baseUrl = settings.baseUrl ?? slot.baseUrl ?? facts.baseUrl
  if (baseUrl === undefined)
    return left('PROMPT_MODEL_BASE_URL is missing: it is not known where the language model is')
  const name = id ?? facts.model
  if (name === undefined) return left('PROMPT_MODEL is missing: a server of your own does not say which model to ask')
  // Standard keys are a provider's: they are not shown to any other address.
  const own = settings.baseUrl !== undefined || slot.baseUrl !== undefined
  const key =
    settings.key ??
    slot.key ??
    (own ? undefined : (around.models.keys[provider] ?? (provider === 'groq' ? settings.groqKey : undefined)))
  if (key === undefined && !own) return left(`PROMPT_MODEL_KEY is missing: ${name} needs a key of ${facts.name}`)
  const priceMicroUsd = settings.priceMicroUsd ?? (isLoopback(new URL(baseUrl).hostname) ? 0 : null)
  if (around.budgeted && priceMicroUsd === null)
    return left('PROMPT_MODEL_PRICE_USD is missing: with a budget, the language model needs a price')
  const who = provider === 'openai-compatible' ? name : facts.name
  return { speaks: facts.speaks, id: name, baseUrl, who, priceMicroUsd, ...(key !== undefined && { key }) }
}

const left = (what: string) => ({ fault: `${what}, so that rules rewrite prompts` })

type Slot = { provider?: string; key?: string; baseUrl?: string }

/** What a numbered image model lends: its provider, key and address. */
function slotOf({ index }: PromptModelSettings, { models: { slots = [] } }: Around): Slot | { fault: string } {
  if (index === undefined) return {}
  const slot = slots.find(({ number }) => number === index)
  if (slot === undefined) return left(`PROMPT_MODEL_INDEX is ${index}, but there is no model of that number`)
  const resolved = resolveModel(slot)
  if ('fault' in resolved || textProviders[resolved.provider] === undefined)
    return left(
      `PROMPT_MODEL_INDEX is ${index}, but the provider of model ${index} has no language model that is known here`,
    )
  return {
    provider: resolved.provider,
    ...(slot.key !== undefined && { key: slot.key }),
    ...(slot.baseUrl !== undefined && { baseUrl: slot.baseUrl }),
  }
}

const detect = (id: string): string | undefined =>
  Object.entries(textProviders).find(([, { sign }]) => sign?.test(id.toLowerCase()))?.[0]
