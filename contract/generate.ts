import * as z from 'zod/mini'
import { Parameters } from './parameters.ts'
import { MicroUsd, ModelId } from './primitives.ts'
import { isBlank, Prompt } from './prompt.ts'

export const maxModelsPerJob = 20

export const GenerateRequest = z.strictObject({
  prompt: Prompt,
  /** Absent: every model that is enabled and live. */
  models: z.optional(
    z.array(ModelId).check(
      z.minLength(1, 'Choose at least one model'),
      z.maxLength(maxModelsPerJob, `Choose at most ${maxModelsPerJob} models`),
      z.refine((models: string[]) => new Set(models).size === models.length, 'Names a model twice'),
    ),
  ),
  /** A blank negative prompt counts as absent. */
  parameters: z.optional(
    Parameters.check(
      z.overwrite(({ negativePrompt = '', ...others }) =>
        isBlank(negativePrompt) ? others : { ...others, negativePrompt },
      ),
    ),
  ),
  /** The most that the run may cost; a run whose price is higher, or not known, is refused. */
  maxMicroUsd: z.optional(MicroUsd),
})
export type GenerateRequest = z.infer<typeof GenerateRequest>

export const IdempotencyKey = z
  .string()
  .check(z.regex(/^[\x21-\x7E]{16,128}$/u, 'Must be 16 to 128 visible ASCII characters'))

export const RetryRequest = z.strictObject({ model: ModelId })
export type RetryRequest = z.infer<typeof RetryRequest>
