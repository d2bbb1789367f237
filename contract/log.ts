import * as z from 'zod/mini'

/** A fault that the page met. Bounded, so that it can be sent on the way out. */
export const LogRequest = z.strictObject({
  message: z.string().check(z.minLength(1), z.maxLength(500)),
  source: z.optional(z.string().check(z.maxLength(200))),
  stack: z.optional(z.string().check(z.maxLength(4000))),
  page: z.optional(z.string().check(z.maxLength(200))),
})
export type LogRequest = z.infer<typeof LogRequest>
