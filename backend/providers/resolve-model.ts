import { findInCatalogue, letters } from './catalogue/catalogue.ts'
import type { CatalogueEntry } from './catalogue/entry.ts'
import { detectProvider } from './detect-provider.ts'
import { isProviderId, type ProviderId, providers } from './provider-list.ts'
import type { ModelSlot } from '../model-settings.ts'

/** A slot matched with what is known about models. */
export type ResolvedModel = { slot: ModelSlot; provider: ProviderId | 'sketch'; entry: CatalogueEntry | undefined }

/**
 * Whose model a slot means: the provider it names, else the catalogue's (by id or name), else the address it gives, which
 * then speaks OpenAI's format, else what the name looks like. A fault is a sentence.
 */
export function resolveModel(slot: ModelSlot): ResolvedModel | { fault: string } {
  const { number, name, id, baseUrl, provider: wanted } = slot
  if (wanted === 'sketch') return { slot, provider: wanted, entry: undefined }
  if (wanted !== undefined && !isProviderId(wanted))
    return {
      fault: `MODEL_${number}_PROVIDER must be one of ${['sketch', ...Object.keys(providers)].join(', ')}, but is ${JSON.stringify(wanted)}, so model ${number} is left out`,
    }
  const entry = (id === undefined ? undefined : findInCatalogue(id, wanted)) ?? findInCatalogue(name, wanted)
  const provider =
    wanted ?? entry?.provider ?? (baseUrl === undefined ? detectProvider(id ?? name) : 'openai-compatible')
  if (provider === undefined)
    return {
      fault: `Model ${number} (${JSON.stringify(name)}) is not a model that is known here, so it is left out: set MODEL_${number}_BASE_URL for a server that speaks OpenAI's format, or MODEL_${number}_PROVIDER`,
    }
  return { slot, provider, entry }
}

/** Whether one of the names an operator listed means this model. */
export const isNamed = (names: readonly string[], { slot: { name, id }, entry }: ResolvedModel): boolean =>
  names.some((listed) =>
    [name, id, entry?.id, entry?.name].some((known) => known !== undefined && letters(known) === letters(listed)),
  )
