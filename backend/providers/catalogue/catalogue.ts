import type { Lifecycle } from '../../../contract/model.ts'
import type { ProviderId } from '../provider-list.ts'
import type { CatalogueEntry } from './entry.ts'
import { googleModels } from './google.ts'
import { hubModels } from './hubs.ts'
import { bflModels, otherModels, recraftModels } from './makers.ts'
import { openaiModels } from './openai.ts'
import { stabilityModels } from './stability.ts'

/** From the providers' pages on the day that each source names; nothing was tried against a live API. */
export const catalogue: CatalogueEntry[] = [
  ...openaiModels,
  ...googleModels,
  ...stabilityModels,
  ...bflModels,
  ...recraftModels,
  ...otherModels,
  ...hubModels,
]

/** By id, name or alias, however it is spaced, dashed or capitalised; of that provider, if one is given. */
export function findInCatalogue(text: string, provider?: ProviderId): CatalogueEntry | undefined {
  const wanted = letters(text)
  return catalogue.find(
    ({ id, name, aliases = [], provider: its }) =>
      (provider === undefined || provider === its) && [id, name, ...aliases].some((known) => letters(known) === wanted),
  )
}

export const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** `today` as an ISO date; a model is retired from the day it is shut down. */
export function lifecycleOf({ retires }: Pick<CatalogueEntry, 'retires'>, today: string): Lifecycle {
  if (retires === undefined) return { state: 'live' }
  return { state: today < retires.on ? 'retires' : 'retired', on: retires.on }
}

/** A model that is shut down within so many days is worth a warning. */
const soonDays = 45

export function retiresSoon(lifecycle: Lifecycle, now: number): boolean {
  return lifecycle.state === 'retires' && Date.parse(lifecycle.on) - now <= soonDays * 24 * 60 * 60 * 1000
}
