import type { ParameterName } from '../../contract/parameters.ts'

export const parameterWords = {
  steps: 'steps',
  guidance: 'guidance',
  aspectRatio: 'shape',
  seed: 'seed',
  negativePrompt: 'negative prompt',
  imagesPerModel: 'pictures per model',
} as const satisfies Record<ParameterName, string>
