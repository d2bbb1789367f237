import type { Bounds, CatalogueEntry } from './catalogue/entry.ts'
import type { Generate } from './provider.ts'

type Fitting = {
  takesNegative: boolean
  bounds?: CatalogueEntry['bounds']
  /** The operator's, for every request. */
  permanentNegative?: string
}

/** Calls with what the model takes: the operator's negative prompt joined, and settings brought within its bounds. */
export function fitted(generate: Generate, { takesNegative, bounds = {}, permanentNegative }: Fitting): Generate {
  return ({ negativePrompt, steps, guidance, ...request }) => {
    const negative = takesNegative ? [negativePrompt, permanentNegative].filter((part) => part !== undefined) : []
    return generate({
      ...request,
      ...(negative.length > 0 && { negativePrompt: negative.join(', ') }),
      ...(steps !== undefined && { steps: within(bounds.steps, steps) }),
      ...(guidance !== undefined && { guidance: within(bounds.guidance, guidance) }),
    })
  }
}

const within = ([min, max]: Bounds = [-Infinity, Infinity], number: number) => Math.min(Math.max(number, min), max)
