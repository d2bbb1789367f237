import type { Model } from '../../contract/model.ts'
import { getModels } from '../api.ts'
import { createResource } from '../ui/resource.ts'
import type { Draft } from './draft.ts'

/** Prices and switches change while the page is open. */
export const { use: useModels, refresh: refreshModels } = createResource(() => getModels())

/** A model that is not enabled, such as a retired one, is shown, but cannot be chosen. */
export const canPaint = ({ enabled }: Model): boolean => enabled

export function chosenModels(models: readonly Model[], wish: Wish): Model[] {
  const off = modelsOff(models, wish)
  return models.filter((model) => canPaint(model) && !off.includes(model.id))
}

/** The ids of those that are switched off. */
export function modelsOff(models: readonly Model[], { off, only }: Wish): string[] {
  if (!models.some((model) => canPaint(model) && only?.includes(model.id))) return off
  return models.map(({ id }) => id).filter((id) => !only?.includes(id))
}

type Wish = Pick<Draft, 'off' | 'only'>
