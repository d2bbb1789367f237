import { catalogue, retiresSoon } from './catalogue/catalogue.ts'
import { maxModelsPerJob } from '../../contract/generate.ts'
import { type ModelDeps, toModel, type UnnamedModel } from './configured-model.ts'
import type { ModelSettings } from '../model-settings.ts'
import type { ProviderId } from './provider-list.ts'
import type { ImageModel } from './provider.ts'
import { isNamed, type ResolvedModel, resolveModel } from './resolve-model.ts'
import { sketchModels } from './sketch.ts'

export type Registry = {
  /** In the order of the configuration. A retired model is not `enabled` unless ALLOW_RETIRED names it; all others are. */
  models: ImageModel[]
  /** What may be spent on a model a UTC day, by id; absent: no limit of its own. */
  modelDailyMicroUsd: Map<string, number>
  /** Sentences: what is wrong, and what was left out for it. */
  faults: string[]
  /** Sentences: what an operator should know although nothing is wrong. */
  notices: string[]
}

/** The models that the settings ask for: the numbered ones, else those of the standard keys with the sketch painters behind them. */
export function readModels(settings: ModelSettings, deps: ModelDeps): Registry {
  const faults: string[] = []
  const notices: string[] = []
  const configured = settings.slots?.map(resolveModel) ?? standardModels(settings, notices)
  const budgeted = deps.budgeted || settings.slots?.some(({ dailyMicroUsd }) => dailyMicroUsd !== undefined) === true
  const leaveOut = (fault: string) => {
    faults.push(fault)
    return []
  }
  const found: Found[] = configured.flatMap((resolved) => {
    if ('fault' in resolved) return leaveOut(resolved.fault)
    const model = toModel(resolved, settings, { ...deps, budgeted })
    return typeof model === 'string' ? leaveOut(model) : { model, dailyMicroUsd: resolved.slot.dailyMicroUsd }
  })
  // As many as a run may have beside the models of the keys.
  if (settings.slots === undefined)
    found.push(
      ...sketchModels(deps)
        .slice(0, maxModelsPerJob - found.length)
        .map((model) => ({ model })),
    )
  notices.push(...found.flatMap(({ model }) => endOfLife(model, deps.now())), ...idlePermissions(settings, configured))
  const named = withIds(found)
  return { models: named.map(({ model }) => model), modelDailyMicroUsd: dailyBudgets(named), faults, notices }
}

type Found<Model = UnnamedModel> = { model: Model; dailyMicroUsd?: number | undefined }

function standardModels({ aws, bedrock, keys }: ModelSettings, notices: string[]): ResolvedModel[] {
  const keyless = bedrock && aws.bearer === undefined && aws.accessKeyId === undefined
  if (keyless)
    notices.push(
      'BEDROCK_ENABLED is true, but there is neither AWS_BEARER_TOKEN_BEDROCK nor AWS_ACCESS_KEY_ID, so that its models are left out',
    )
  const has = (provider: ProviderId) => (provider === 'bedrock' ? bedrock && !keyless : keys[provider] !== undefined)
  const entries = catalogue
    .filter(({ standard, provider }) => standard === true && has(provider))
    .slice(0, maxModelsPerJob)
  if (entries.length === 0)
    notices.push(
      'No provider key is set: only the sketch painters answer. Their pictures are drawn by rules, not by AI.',
    )
  return entries.map((entry, index) => ({
    slot: { number: index + 1, name: entry.name },
    provider: entry.provider,
    entry,
  }))
}

function endOfLife({ name, lifecycle, successor, enabled }: UnnamedModel, now: number): string[] {
  const instead = successor === undefined ? '' : `; its successor is ${successor}`
  if (lifecycle.state === 'retired')
    return [`${name} is retired${instead}${enabled ? '. It is tried all the same, as ALLOW_RETIRED says' : ''}.`]
  if (lifecycle.state === 'unknown')
    return [`${name} is not in the catalogue, so that nothing is known of its price and its end.`]
  if (lifecycle.state !== 'retires' || !retiresSoon(lifecycle, now)) return []
  return [`${name} is shut down on ${lifecycle.on}${instead}.`]
}

const idlePermissions = (
  { allowRetired }: ModelSettings,
  configured: (ResolvedModel | { fault: string })[],
): string[] =>
  allowRetired
    .filter((name) => !configured.some((model) => !('fault' in model) && isNamed([name], model)))
    .map((name) => `ALLOW_RETIRED names ${JSON.stringify(name)}, which is none of the models here.`)

function withIds(found: Found[]): Found<ImageModel>[] {
  const taken = new Set<string>()
  return found.map(({ model, ...others }) => {
    const slug = slugOf(model.name)
    let id = slug
    for (let copy = 2; taken.has(id); copy += 1) id = `${slug}-${copy}`
    taken.add(id)
    return { model: { ...model, id }, ...others }
  })
}

const dailyBudgets = (found: Found<ImageModel>[]) =>
  new Map(
    found.flatMap(({ model, dailyMicroUsd }) =>
      dailyMicroUsd === undefined ? [] : [[model.id, dailyMicroUsd] as const],
    ),
  )

function slugOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .match(/[a-z0-9]+/gu)
  return words?.join('-').slice(0, 76).replace(/-$/u, '') ?? 'model'
}
