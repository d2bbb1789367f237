import * as z from 'zod/mini'
import { IsoTime, JobId } from './primitives.ts'

/** 160 random bits in base64url: whoever has it may look. */
export const ShareId = z.string().check(z.regex(/^[A-Za-z0-9_-]{27}$/u, 'Is not the id of a share'))

/** Of one job, at the same time. */
export const maxSharesPerJob = 20

const days = 'Must be a whole number from 1 to 365'

export const CreateShareRequest = z.strictObject({
  jobId: JobId,
  /** Absent: the prompt is shown. */
  hidePrompt: z.optional(z.boolean()),
  expiresInDays: z._default(z.int(days).check(z.minimum(1, days), z.maximum(365, days)), 30),
})
export type CreateShareRequest = z.input<typeof CreateShareRequest>

/** A link under which anybody sees a job's pictures, until it expires or is revoked. */
export const Share = z.object({
  id: ShareId,
  jobId: JobId,
  /** `/s/…` on this server. */
  url: z.string(),
  createdAt: IsoTime,
  expiresAt: IsoTime,
  promptHidden: z.boolean(),
})
export type Share = z.infer<typeof Share>

export const SharesQuery = z.strictObject({ job: JobId })

/** Newest first, without those that have expired. */
export const SharesReply = z.object({ shares: z.array(Share) })
export type SharesReply = z.infer<typeof SharesReply>
