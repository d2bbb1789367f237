import type { Model } from '../../contract/model.ts'
import { getModels } from '../api.ts'
import { createResource } from '../ui/resource.ts'
import { play } from '../ui/sounds.ts'
import { changeDraft, type Draft, draft } from './draft.ts'

/** Prices and switches change while the page is open. */
export const { use: useModels, refresh: refreshModels } = createResource(() => getModels())

/** A model that is not enabled, such as a retired one, is shown, but cannot be chosen. */
export const canPaint = ({ enabled }: Model): boolean => enabled

/** Not one of those that are retired and tried all the same. */
export const isGone = ({ enabled, lifecycle }: Model): boolean => !enabled && lifecycle.state === 'retired'

export function chosenModels(models: readonly Model[], wish: Wish): Model[] {
  const off = modelsOff(models, wish)
  return models.filter((model) => canPaint(model) && !off.includes(model.id))
}

/** Switches some of them on or off and leaves the others as they are. */
export function choose(models: readonly Model[], some: readonly Model[], on: boolean): void {
  const ids = some.map(({ id }) => id)
  const others = modelsOff(models, draft.get()).filter((id) => !ids.includes(id))
  changeDraft({ off: on ? others : [...others, ...ids], only: undefined })
  play('switch')
}

/** In their order, which the makers take from their first model. */
export const byMaker = (models: readonly Model[]): [maker: string, models: Model[]][] => [
  ...Map.groupBy(models, ({ maker }) => maker),
]

/** The ids of those that are switched off. */
function modelsOff(models: readonly Model[], { off, only }: Wish): string[] {
  if (!models.some((model) => canPaint(model) && only?.includes(model.id))) return off
  return models.map(({ id }) => id).filter((id) => !only?.includes(id))
}

type Wish = Pick<Draft, 'off' | 'only'>
