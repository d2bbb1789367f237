import * as z from 'zod/mini'
import { MicroUsd } from './primitives.ts'

export const refusalCodes = [
  'invalid_request',
  'prompt_blocked',
  'unauthorized',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'conflict',
  'idempotency_conflict',
  'payload_too_large',
  'unsupported_media_type',
  'rate_limited',
  'budget_exhausted',
  'internal',
  'unavailable',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** Every code with which the API refuses a request, and its HTTP status. */
export const refusalStatus = {
  invalid_request: 400,
  prompt_blocked: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  idempotency_conflict: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  budget_exhausted: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<RefusalCode, number>

const detailShape = {
  /** Of `invalid_request`: what is wrong, and where (`parameters.steps`). Of `prompt_blocked`: in which text. */
  fields: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  /** Of `prompt_blocked`: the rule, and the words that break it as they were written. */
  rule: z.optional(z.string()),
  matches: z.optional(z.array(z.string())),
  /** Of `rate_limited`: whose limit it is, `address` or `server`. Of `budget_exhausted`: `day`, `month` or `model`. */
  scope: z.optional(z.string()),
  /** Of `rate_limited`: how many are allowed. */
  limit: z.optional(z.int()),
  /** Of `budget_exhausted`: what it would cost, and what is left of that budget. */
  priceMicroUsd: z.optional(MicroUsd),
  leftMicroUsd: z.optional(MicroUsd),
  /** Of `unauthorized` and `forbidden`: logging in would help. */
  login: z.optional(z.literal(true)),
  /** The same as the `Retry-After` header. */
  retryAfterSeconds: z.optional(z.int().check(z.nonnegative())),
}

/** The one shape of every refusal. `error` is a sentence for a person. */
export const Refusal = z.object({
  error: z.string(),
  code: z.enum(refusalCodes),
  requestId: z.string(),
  ...detailShape,
})
export type Refusal = z.infer<typeof Refusal>
export type RefusalDetails = Omit<Refusal, 'error' | 'code' | 'requestId'>

/** Thrown by the server where it knows why it refuses, and by the page's API client when it was refused. */
export class RefusalError extends Error {
  override name = 'RefusalError'
  readonly code: RefusalCode
  readonly details: RefusalDetails

  constructor(code: RefusalCode, message: string, details: RefusalDetails = {}, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.details = details
  }
}
