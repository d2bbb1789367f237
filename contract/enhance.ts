import * as z from 'zod/mini'
import { Prompt } from './prompt.ts'

export const EnhanceRequest = z.strictObject({ prompt: Prompt })
export type EnhanceRequest = z.infer<typeof EnhanceRequest>

/** `source`: `built-in` for the rule-based enhancer, else the language model's name. */
export const EnhanceReply = z.object({
  original: z.string(),
  short: z.string(),
  long: z.string(),
  source: z.string(),
  /** Why rules wrote it although a language model is there: a sentence. */
  fellBack: z.optional(z.string()),
})
export type EnhanceReply = z.infer<typeof EnhanceReply>
