import type { Model } from '../../contract/model.ts'
import { getModels } from '../api.ts'
import { createResource } from '../ui/resource.ts'

/** Prices and switches change while the page is open. */
export const { use: useModels, refresh: refreshModels } = createResource(() => getModels())

/** A retired model is shown, but cannot be chosen. */
export const canPaint = ({ enabled, lifecycle }: Model): boolean => enabled && lifecycle.state !== 'retired'

export const chosenModels = (models: readonly Model[], off: readonly string[]): Model[] =>
  models.filter((model) => canPaint(model) && !off.includes(model.id))
