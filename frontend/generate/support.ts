import type { Model } from '../../contract/model.ts'
import type { ParameterName, Parameters } from '../../contract/parameters.ts'

/** Parameters that at least one of the chosen models understands. */
export const usableParameters = (parameters: Parameters, chosen: readonly Model[]): Parameters => {
  const usable = { ...parameters }
  if (!usable.negativePrompt?.trim()) delete usable.negativePrompt
  for (const name of parameterNames) if (!chosen.some((model) => supports(model, name))) delete usable[name]
  return usable
}

/** Why a control is inactive: names the models that could use it. Undefined when a chosen model can. */
export function supportHint(name: ParameterName, chosen: readonly Model[], all: readonly Model[]): string | undefined {
  if (chosen.some((model) => supports(model, name))) return undefined
  const able = all.filter((model) => supports(model, name)).map((model) => model.name)
  if (able.length === 0) return 'None of the models here uses this.'
  return `None of the chosen models uses this. ${new Intl.ListFormat('en').format(able)} would.`
}

const parameterNames = ['steps', 'guidance', 'aspectRatio', 'seed', 'negativePrompt', 'imagesPerModel'] as const

function supports({ abilities }: Pick<Model, 'abilities'>, name: ParameterName): boolean {
  if (name === 'imagesPerModel') return true
  return name === 'aspectRatio' ? abilities.aspectRatios.length > 0 : abilities[name]
}
