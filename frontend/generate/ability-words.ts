import type { Model } from '../../contract/model.ts'
import { aspectRatios } from '../../contract/parameters.ts'

/** What a model can be asked for besides the prompt, always in the same order. */
export function abilityWords({ abilities }: Pick<Model, 'abilities'>): string[] {
  const { aspectRatios: shapes, seed, negativePrompt, steps, guidance, imagesPerCall } = abilities
  const words = [
    shapes.length > 0 && (shapes.length === aspectRatios.length ? 'every shape' : shapes.join(', ')),
    seed && 'seed',
    negativePrompt && 'negative prompt',
    steps && 'steps',
    guidance && 'guidance',
    imagesPerCall > 1 && `${imagesPerCall} pictures at once`,
  ].filter((word) => word !== false)
  return words.length > 0 ? words : ['nothing but the prompt']
}
