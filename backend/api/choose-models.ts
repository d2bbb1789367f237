import { RefusalError } from '../../contract/refusal.ts'
import type { ImageModel } from '../providers/provider.ts'
import { invalid } from './parse-input.ts'

/**
 * The models that a request names, or else all that are enabled and not switched off: of the retired ones, those that
 * ALLOW_RETIRED names. A retired model may be named all the same: its result ends at once. Throws RefusalError
 * `invalid_request` for the others, `unavailable` when none is left.
 */
export function chooseModels(
  models: readonly ImageModel[],
  { wanted, off }: { wanted: readonly string[] | undefined; off: ReadonlyMap<string, unknown> },
): ImageModel[] {
  if (wanted === undefined) {
    const live = models.filter((model) => model.enabled && !off.has(model.id))
    if (live.length > 0) return live
    throw new RefusalError(
      'unavailable',
      'No image model is available at the moment. The operator has to set one up, or to switch one on.',
    )
  }
  const found = wanted.map((id) => models.find((model) => model.id === id))
  const faults = found.flatMap((model, index) => {
    if (model === undefined) return [{ path: `models.${index}`, message: 'Is not a model of this server' }]
    const usable = (model.enabled || isRetired(model)) && !off.has(model.id)
    return usable ? [] : [{ path: `models.${index}`, message: 'Is switched off' }]
  })
  if (faults.length > 0) throw invalid(faults)
  return found.filter((model) => model !== undefined)
}

const isRetired = ({ lifecycle }: ImageModel) => lifecycle.state === 'retired'
