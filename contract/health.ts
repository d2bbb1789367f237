import * as z from 'zod/mini'

const Part = z.object({ ok: z.boolean(), message: z.optional(z.string()) })

/** `ok` is false (and the status 503) when pictures cannot be made or kept; `message` says what to do. */
export const HealthReply = z.object({
  ok: z.boolean(),
  version: z.string(),
  parts: z.object({ database: Part, images: Part, models: Part }),
})
export type HealthReply = z.infer<typeof HealthReply>
