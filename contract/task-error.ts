import * as z from 'zod/mini'

export const taskErrorCodes = [
  'auth',
  'rate_limited',
  'content_policy',
  'retired_model',
  'bad_parameter',
  'timeout',
  'unavailable',
  'invalid_image',
  'interrupted',
  'internal',
] as const
export const TaskErrorCode = z.enum(taskErrorCodes)
export type TaskErrorCode = z.infer<typeof TaskErrorCode>

/** Why a result, or a part of it, is missing. `message` is a sentence for a person, free of keys and addresses. */
export const TaskError = z.object({
  code: TaskErrorCode,
  message: z.string(),
  retryAfterSeconds: z.optional(z.int().check(z.nonnegative())),
})
export type TaskError = z.infer<typeof TaskError>
