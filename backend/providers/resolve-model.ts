import { type CatalogueEntry, findInCatalogue, letters } from './catalogue.ts'
import { detectProvider, isProviderId, type ProviderId, providers } from './detect-provider.ts'
import type { ModelSlot } from '../model-settings.ts'

/** A slot matched with what is known about models. */
export type ResolvedModel = { slot: ModelSlot; provider: ProviderId; entry: CatalogueEntry | undefined }

/**
 * Whose model a slot means: the provider it names, else the catalogue's (by id or name), else the address it gives, which
 * then speaks OpenAI's format, else what the name looks like. A fault is a sentence.
 */
export function resolveModel(slot: ModelSlot): ResolvedModel | { fault: string } {
  const entry = (slot.id === undefined ? undefined : findInCatalogue(slot.id)) ?? findInCatalogue(slot.name)
  const label = `Model ${slot.number} (${JSON.stringify(slot.name)})`
  if (slot.provider !== undefined && !isProviderId(slot.provider))
    return {
      fault: `MODEL_${slot.number}_PROVIDER must be one of ${Object.keys(providers).join(', ')}, but is ${JSON.stringify(slot.provider)}, so model ${slot.number} is left out`,
    }
  const provider =
    slot.provider ??
    entry?.provider ??
    (slot.baseUrl === undefined ? detectProvider(slot.id ?? slot.name) : 'openai-compatible')
  if (provider === undefined)
    return {
      fault: `${label} is not a model that is known here, so it is left out: set MODEL_${slot.number}_BASE_URL for a server that speaks OpenAI's format, or MODEL_${slot.number}_PROVIDER`,
    }
  return { slot, provider, entry: entry?.provider === provider ? entry : undefined }
}

/** Whether one of the names an operator listed means this model. */
export const isNamed = (names: readonly string[], { slot: { name, id }, entry }: ResolvedModel): boolean =>
  names.some((listed) =>
    [name, id, entry?.id, entry?.name].some((known) => known !== undefined && letters(known) === letters(listed)),
  )
