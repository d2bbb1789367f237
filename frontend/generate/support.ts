import type { Model } from '../../contract/model.ts'
import { ParameterName, type Parameters } from '../../contract/parameters.ts'

/** Parameters that at least one of the chosen models understands. */
export const usableParameters = (parameters: Parameters, chosen: readonly Model[]): Parameters => {
  const usable = { ...parameters }
  if (!usable.negativePrompt?.trim()) delete usable.negativePrompt
  for (const name of ParameterName.options) if (!isUsed(name, chosen)) delete usable[name]
  return usable
}

export const isUsed = (name: ParameterName, chosen: readonly Model[]): boolean =>
  chosen.some((model) => supports(model, name))

function supports({ abilities }: Pick<Model, 'abilities'>, name: ParameterName): boolean {
  if (name === 'imagesPerModel') return true
  return name === 'aspectRatio' ? abilities.aspectRatios.length > 0 : abilities[name]
}
