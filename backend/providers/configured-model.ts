import type { Abilities } from '../../contract/model.ts'
import { aspectRatios } from '../../contract/parameters.ts'
import type { AdapterSettings, Connect } from './adapter.ts'
import { type CatalogueEntry, letters, lifecycleOf } from './catalogue.ts'
import { providers } from './detect-provider.ts'
import { isLocalNetwork, isLoopback } from '../local-address.ts'
import type { ModelSettings } from '../model-settings.ts'
import { type Generate, type ImageModel, ProviderError } from './provider.ts'
import { isNamed, type ResolvedModel } from './resolve-model.ts'
import { type Delay, type Paint, sketchModels } from './sketch.ts'

export type ModelDeps = {
  connect: Connect
  paint: Paint
  delay?: Delay
  /** Milliseconds since 1970. */
  now: () => number
  /** Whether there is a budget, to which no model of unknown price can be kept. */
  budgeted: boolean
}

/** Its id waits until all names are known. */
export type UnnamedModel = Omit<ImageModel, 'id'>

const openaiAddress = 'https://api.openai.com/v1'

/** Makes a resolved slot callable. A string is a fault: the sentence why it is left out. */
export function toModel(resolved: ResolvedModel, settings: ModelSettings, deps: ModelDeps): UnnamedModel | string {
  const { slot, provider, entry } = resolved
  const who = provider === 'openai' ? providers.openai : slot.name
  const shown = {
    name: slot.name,
    maker: entry?.maker ?? providers[provider],
    provider,
    lifecycle: entry
      ? lifecycleOf(entry, new Date(deps.now()).toISOString().slice(0, 10))
      : { state: 'unknown' as const },
    ...(entry?.successor !== undefined && { successor: entry.successor }),
  }
  const allowed = isNamed(settings.allowRetired, resolved)
  if (shown.lifecycle.state === 'retired' && !allowed)
    return {
      ...shown,
      enabled: false,
      abilities: abilitiesOf(resolved),
      priceMicroUsd: entry?.priceMicroUsd ?? null,
      lane: provider,
      generate: refuseRetired(shown),
    }

  if (provider === 'sketch') return sketchOf(resolved, deps)
  if (provider !== 'openai' && provider !== 'openai-compatible')
    return `Model ${slot.number} (${JSON.stringify(slot.name)}) is of ${providers[provider]}, which is not supported yet, so it is left out`

  const baseUrl = slot.baseUrl ?? (provider === 'openai' ? openaiAddress : undefined)
  // The standard key is OpenAI's: it is not shown to any other address.
  const key = slot.key ?? (slot.baseUrl === undefined && provider === 'openai' ? settings.openaiKey : undefined)
  if (baseUrl === undefined)
    return `MODEL_${slot.number}_BASE_URL is missing: model ${slot.number} (${JSON.stringify(slot.name)}) is of provider ${provider}, so it is left out`
  if (key === undefined && slot.baseUrl === undefined)
    return `MODEL_${slot.number}_KEY is missing: model ${slot.number} (${JSON.stringify(slot.name)}) needs a key of ${providers[provider]}, so it is left out`
  const priceMicroUsd = priceOf(resolved)
  if (deps.budgeted && priceMicroUsd === null)
    return `MODEL_${slot.number}_PRICE_USD is missing: with a budget, model ${slot.number} (${JSON.stringify(slot.name)}) needs a price, so it is left out`

  return {
    ...shown,
    enabled: true,
    abilities: abilitiesOf(resolved),
    priceMicroUsd,
    lane: `${provider} ${new URL(baseUrl).origin}`,
    generate: deps.connect({ ...adapterOf(resolved), key, baseUrl, who }),
  }
}

function adapterOf({
  provider,
  slot,
  entry,
}: ResolvedModel): Pick<AdapterSettings, 'adapter' | 'id' | 'tokenMicroUsd'> {
  const id = slot.id ?? entry?.id ?? slot.name
  if (provider === 'openai-compatible') return { adapter: provider, id }
  const ownPrice = slot.priceMicroUsd !== undefined || slot.baseUrl !== undefined
  return { adapter: 'openai', id, ...(!ownPrice && entry?.tokenMicroUsd && { tokenMicroUsd: entry.tokenMicroUsd }) }
}

function priceOf({ slot, entry }: ResolvedModel): number | null {
  if (slot.priceMicroUsd !== undefined) return slot.priceMicroUsd
  if (slot.baseUrl === undefined) return entry?.priceMicroUsd ?? null
  return isLoopback(new URL(slot.baseUrl).hostname) ? 0 : null
}

function abilitiesOf({ slot, provider, entry }: ResolvedModel): Abilities {
  const none = { negativePrompt: false, steps: false, guidance: false }
  if (provider === 'openai')
    return {
      ...none,
      aspectRatios: entry?.sizes === 'free' ? [...aspectRatios] : ['1:1', '3:2', '2:3'],
      seed: false,
      imagesPerCall: entry ? 10 : 1,
    }
  // A server of one's own takes a seed or overlooks it; a service may refuse a field that OpenAI does not have.
  const seed = slot.baseUrl !== undefined && isLocalNetwork(new URL(slot.baseUrl).hostname)
  return { ...none, aspectRatios: provider === 'openai-compatible' ? [...aspectRatios] : [], seed, imagesPerCall: 1 }
}

function sketchOf({ slot }: ResolvedModel, deps: ModelDeps): UnnamedModel | string {
  const sketches = sketchModels(deps)
  const found = sketches.find(({ name }) =>
    [slot.id, slot.name].some((text) => text !== undefined && letters(text) === letters(name)),
  )
  return (
    found ??
    `MODEL_${slot.number}_NAME must be a sketch painter (${sketches.map(({ name }) => name).join(', ')}), but is ${JSON.stringify(slot.name)}, so it is left out`
  )
}

const refuseRetired =
  ({ name, successor }: { name: string; successor?: CatalogueEntry['successor'] }): Generate =>
  () => {
    const instead = successor === undefined ? '' : ` ${successor} succeeds it.`
    return Promise.reject(
      new ProviderError('retired_model', `${name} has been retired by its maker.${instead}`, { didNoWork: true }),
    )
  }
