import type { ParameterName, Parameters } from '../../contract/parameters.ts'
import type { ImageModel, ImageRequest } from '../providers/provider.ts'
import type { TaskTerms } from '../storage/storage.ts'

/** What is agreed about a model's share of a job when the job is accepted, and what pays for it if it is not free. */
export function taskTerms(model: ImageModel, parameters: Parameters, reservation: string | null): TaskTerms {
  // A model that is not enabled is never called.
  const priceMicroUsd = model.enabled ? model.priceMicroUsd : 0
  return {
    model: model.id,
    name: model.name,
    provider: model.provider,
    lane: model.lane,
    requested: parameters.imagesPerModel ?? 1,
    ignored: optional.filter((name) => parameters[name] !== undefined && !supports(model, name, parameters)),
    priceMicroUsd,
    reservation: priceMicroUsd === 0 ? null : reservation,
  }
}

/** The parameters that were given and that this model can be sent. */
export function sendable(model: ImageModel, parameters: Parameters): Pick<ImageRequest, (typeof optional)[number]> {
  const { aspectRatio, guidance, negativePrompt, seed, steps } = parameters
  const sent = (name: (typeof optional)[number]) => supports(model, name, parameters)
  return {
    ...(aspectRatio !== undefined && sent('aspectRatio') && { aspectRatio }),
    ...(guidance !== undefined && sent('guidance') && { guidance }),
    ...(negativePrompt !== undefined && sent('negativePrompt') && { negativePrompt }),
    ...(seed !== undefined && sent('seed') && { seed }),
    ...(steps !== undefined && sent('steps') && { steps }),
  }
}

// imagesPerModel is not among them: what one call cannot make, several calls do.
const optional = ['aspectRatio', 'guidance', 'negativePrompt', 'seed', 'steps'] as const satisfies ParameterName[]

const supports = ({ abilities }: ImageModel, name: (typeof optional)[number], { aspectRatio }: Parameters): boolean =>
  name === 'aspectRatio' ? aspectRatio !== undefined && abilities.aspectRatios.includes(aspectRatio) : abilities[name]
