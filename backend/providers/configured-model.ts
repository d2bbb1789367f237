import type { Abilities } from '../../contract/model.ts'
import { isLocalNetwork, isLoopback } from '../local-address.ts'
import { type ModelSettings, standardKeys } from '../model-settings.ts'
import type { AdapterSettings, Connect } from './adapter.ts'
import { letters, lifecycleOf } from './catalogue/catalogue.ts'
import { type CatalogueEntry, dearest } from './catalogue/entry.ts'
import { fitted } from './fitted.ts'
import { factsOf, type ProviderId } from './provider-list.ts'
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

type Remote = ResolvedModel & { provider: ProviderId }

/** Makes a resolved slot callable. A string is a fault: the sentence why it is left out. */
export function toModel(resolved: ResolvedModel, settings: ModelSettings, deps: ModelDeps): UnnamedModel | string {
  const { provider, ...rest } = resolved
  return provider === 'sketch' ? sketchOf(resolved, deps) : remoteModel({ ...rest, provider }, settings, deps)
}

function remoteModel(resolved: Remote, settings: ModelSettings, deps: ModelDeps): UnnamedModel | string {
  const { slot, provider, entry } = resolved
  const shown = shownOf(resolved, deps.now())
  const allowed = isNamed(settings.allowRetired, resolved)
  if (shown.lifecycle.state === 'retired' && !allowed)
    return {
      ...shown,
      enabled: false,
      priceMicroUsd: entry?.price ? dearest(entry.price) : null,
      lane: provider,
      generate: refuseRetired(shown),
    }
  const access = accessOf(resolved, settings)
  if (typeof access === 'string') return access
  const priceMicroUsd = priceOf(resolved)
  if (deps.budgeted && priceMicroUsd === null)
    return `MODEL_${slot.number}_PRICE_USD is missing: with a budget, model ${slot.number} (${JSON.stringify(slot.name)}) needs a price, so it is left out`
  return {
    ...shown,
    enabled: true,
    priceMicroUsd,
    lane: `${provider} ${new URL(access.baseUrl).origin}`,
    generate: fitted(deps.connect({ provider, ...access, ...calledAs(resolved) }), {
      takesNegative: shown.abilities.negativePrompt,
      ...(entry?.bounds && { bounds: entry.bounds }),
      ...(settings.permanentNegative !== undefined && { permanentNegative: settings.permanentNegative }),
    }),
  }
}

function shownOf({ slot, provider, entry }: Remote, now: number) {
  const successor = entry?.successor
  return {
    name: slot.name,
    maker: entry?.maker ?? factsOf(provider).name,
    provider,
    abilities: abilitiesOf({ slot, provider, entry }),
    lifecycle: entry ? lifecycleOf(entry, new Date(now).toISOString().slice(0, 10)) : { state: 'unknown' as const },
    ...(successor !== undefined && { successor, successorSetting: `MODEL_${slot.number}_NAME=${successor}` }),
  }
}

type Access = Pick<AdapterSettings, 'aws' | 'baseUrl' | 'key'>

/** Where the model is called and with which key; a string is a fault. */
function accessOf({ slot, provider }: Remote, { aws, keys }: ModelSettings): Access | string {
  const label = `model ${slot.number} (${JSON.stringify(slot.name)})`
  const own = slot.baseUrl !== undefined
  // Standard keys are a provider's: they are not shown to any other address.
  const key = slot.key ?? (own ? undefined : keys[provider])
  if (provider === 'bedrock') {
    const { region, bearer, accessKeyId, secretAccessKey, sessionToken } = aws
    const baseUrl = slot.baseUrl ?? `https://bedrock-runtime.${region}.amazonaws.com`
    const bearerKey = slot.key ?? (own ? undefined : bearer)
    if (bearerKey !== undefined) return { baseUrl, key: bearerKey }
    if (own && accessKeyId === undefined) return { baseUrl }
    if (accessKeyId === undefined || secretAccessKey === undefined)
      return `MODEL_${slot.number}_KEY is missing: ${label} needs a Bedrock API key, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, so it is left out`
    return {
      baseUrl,
      aws: { region, accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) },
    }
  }
  const baseUrl = slot.baseUrl ?? factsOf(provider).baseUrl
  if (baseUrl === undefined)
    return `MODEL_${slot.number}_BASE_URL is missing: ${label} is of provider ${provider}, so it is left out`
  if (key === undefined && !own)
    return `MODEL_${slot.number}_KEY is missing: ${label} needs a key of ${factsOf(provider).name} (or ${standardKeys[provider]}), so it is left out`
  return { baseUrl, ...(key !== undefined && { key }) }
}

function calledAs({ provider, slot, entry }: Remote): Pick<AdapterSettings, 'id' | 'tokenMicroUsd' | 'who'> {
  const who = provider === 'openai-compatible' || provider === 'sdapi' ? slot.name : factsOf(provider).name
  const ownPrice = slot.priceMicroUsd !== undefined || slot.baseUrl !== undefined
  const tokenMicroUsd = ownPrice ? undefined : entry?.price?.tokenMicroUsd
  return { id: slot.id ?? entry?.id ?? slot.name, who, ...(tokenMicroUsd && { tokenMicroUsd }) }
}

function priceOf({ slot, entry }: ResolvedModel): number | null {
  if (slot.priceMicroUsd !== undefined) return slot.priceMicroUsd
  if (slot.baseUrl === undefined) return entry?.price ? dearest(entry.price) : null
  return isLoopback(new URL(slot.baseUrl).hostname) ? 0 : null
}

function abilitiesOf({ slot, provider, entry }: Remote): Abilities {
  if (entry) return entry.abilities
  const { abilities } = factsOf(provider)
  if (provider !== 'openai-compatible') return abilities
  // A server of one's own takes a seed or overlooks it; a service may refuse a field that OpenAI does not have.
  return { ...abilities, seed: slot.baseUrl !== undefined && isLocalNetwork(new URL(slot.baseUrl).hostname) }
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
