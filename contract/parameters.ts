import * as z from 'zod/mini'
import { NegativePrompt } from './prompt.ts'

export const aspectRatios = ['1:1', '3:2', '2:3', '4:3', '3:4', '16:9', '9:16'] as const
export const AspectRatio = z.enum(aspectRatios, `Must be one of ${aspectRatios.join(', ')}`)
export type AspectRatio = z.infer<typeof AspectRatio>

/** Bounds of each numeric parameter, and where its slider starts. An absent parameter is not sent to a provider. */
export const parameterRanges = {
  steps: { min: 3, max: 50, step: 1, start: 28 },
  guidance: { min: 0, max: 10, step: 0.1, start: 5 },
  seed: { min: 0, max: 2_147_483_647, step: 1, start: 0 },
  imagesPerModel: { min: 1, max: 4, step: 1, start: 1 },
} as const

const whole = (name: 'steps' | 'seed' | 'imagesPerModel') => {
  const { min, max } = parameterRanges[name]
  const message = `Must be a whole number from ${min} to ${max}`
  return z.number(message).check(z.int(message), z.minimum(min, message), z.maximum(max, message))
}

const guidanceMessage = 'Must be a number from 0 to 10 with at most one decimal'

export const Parameters = z.strictObject({
  steps: z.optional(whole('steps')),
  guidance: z.optional(
    z.number(guidanceMessage).check(
      z.minimum(0, guidanceMessage),
      z.maximum(10, guidanceMessage),
      z.refine((value: number) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9, guidanceMessage),
    ),
  ),
  aspectRatio: z.optional(AspectRatio),
  seed: z.optional(whole('seed')),
  negativePrompt: z.optional(NegativePrompt),
  imagesPerModel: z.optional(whole('imagesPerModel')),
})
export type Parameters = z.infer<typeof Parameters>
export type ParameterName = keyof Parameters
export const ParameterName = z.keyof(Parameters)
