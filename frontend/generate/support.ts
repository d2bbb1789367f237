import type { Model } from '../../contract/model.ts'
import { type AspectRatio, ParameterName, type Parameters } from '../../contract/parameters.ts'

/** Parameters that at least one of the chosen models understands. */
export const usableParameters = (parameters: Parameters, chosen: readonly Model[]): Parameters => {
  const usable = { ...parameters }
  if (!usable.negativePrompt?.trim()) delete usable.negativePrompt
  for (const name of ParameterName.options) {
    if (!chosen.some((model) => takes(model, name, usable.aspectRatio))) delete usable[name]
  }
  return usable
}

/** Whether a model can be asked for it: of shapes that one, or any. */
export function takes({ abilities }: Pick<Model, 'abilities'>, name: ParameterName, shape?: AspectRatio): boolean {
  if (name === 'imagesPerModel') return true
  if (name !== 'aspectRatio') return abilities[name]
  return shape === undefined ? abilities.aspectRatios.length > 0 : abilities.aspectRatios.includes(shape)
}
