import * as z from 'zod/mini'
import { AspectRatio } from './parameters.ts'
import { DurationMs, MicroUsd, ModelId } from './primitives.ts'
import { SessionRole } from './session.ts'

/** What a model can be asked for; the page draws its controls from this. */
export const Abilities = z.object({
  aspectRatios: z.array(AspectRatio),
  seed: z.boolean(),
  negativePrompt: z.boolean(),
  steps: z.boolean(),
  guidance: z.boolean(),
  imagesPerCall: z.int().check(z.positive()),
})
export type Abilities = z.infer<typeof Abilities>

export const Lifecycle = z.discriminatedUnion('state', [
  z.object({ state: z.literal('live') }),
  z.object({ state: z.literal('retires'), on: z.iso.date() }),
  z.object({ state: z.literal('retired'), on: z.optional(z.iso.date()) }),
  /** Not in the catalogue: the configuration names it and nothing more is known. */
  z.object({ state: z.literal('unknown') }),
])
export type Lifecycle = z.infer<typeof Lifecycle>

export const Model = z.object({
  id: ModelId,
  name: z.string(),
  maker: z.string(),
  provider: z.string(),
  enabled: z.boolean(),
  /** Present when the operator has switched it off; then it is not `enabled`. */
  switchedOff: z.optional(z.literal(true)),
  abilities: Abilities,
  /** Of one image. `null`: not known. 0: free. */
  priceMicroUsd: z.nullable(MicroUsd),
  lifecycle: Lifecycle,
  /** The name of the model that replaces a retired or retiring one. */
  successor: z.optional(z.string()),
  /** The line for the operator's settings that takes the successor instead, such as `MODEL_3_NAME=…`. */
  successorSetting: z.optional(z.string()),
  /** Median time of this model's recent images here. */
  usualMs: z.optional(DurationMs),
})
export type Model = z.infer<typeof Model>

export const ModelsReply = z.object({
  models: z.array(Model),
  limits: z.object({
    maxPromptLength: z.int(),
    maxModelsPerJob: z.int(),
    maxImagesPerModel: z.int(),
    bodyBytes: z.int(),
    /** An export comes in parts with as many bytes of pictures. Absent: as one. */
    exportPartBytes: z.optional(z.int()),
  }),
  enhance: z.object({ source: z.string() }),
  /** `shared`: every visitor sees what is made now. Absent: only who made it. */
  gallery: z.optional(z.literal('shared')),
  /** As whom the one who asks has logged in; absent: did not. */
  session: z.optional(SessionRole),
})
export type ModelsReply = z.infer<typeof ModelsReply>
