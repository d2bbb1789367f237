import * as z from 'zod/mini'
import { JobStatus } from './job.ts'
import { IsoTime, JobId, ModelId } from './primitives.ts'

const defaultGalleryLimit = 24

const limitMessage = 'Must be a whole number from 1 to 100'

export const GalleryQuery = z.strictObject({
  limit: z._default(
    z.pipe(
      z.string(limitMessage).check(z.regex(/^\d{1,3}$/u, limitMessage)),
      z.coerce.number<string>().check(z.int(), z.minimum(1, limitMessage), z.maximum(100, limitMessage)),
    ),
    defaultGalleryLimit,
  ),
  cursor: z.optional(z.string().check(z.maxLength(200))),
  /** Words that the prompt must hold, each as the beginning of a word. */
  q: z.optional(z.string().check(z.maxLength(200, 'Must be at most 200 characters'))),
  model: z.optional(ModelId),
})
export type GalleryQuery = z.infer<typeof GalleryQuery>

export const GalleryEntry = z.object({
  id: JobId,
  createdAt: IsoTime,
  prompt: z.string(),
  status: JobStatus,
  totalModels: z.int(),
  completedModels: z.int(),
  /** As `Job.readOnly`. */
  readOnly: z.optional(z.literal(true)),
  cover: z
    .array(
      z.object({
        model: ModelId,
        thumbnailUrl: z.string(),
        thumbhash: z.string(),
        width: z.int(),
        height: z.int(),
      }),
    )
    .check(z.maxLength(4)),
})
export type GalleryEntry = z.infer<typeof GalleryEntry>

export const GalleryReply = z.object({
  galleries: z.array(GalleryEntry),
  /** Absent on the last page. */
  nextCursor: z.optional(z.string()),
  /** Present when a search stopped before the end: older jobs were not looked at yet; `nextCursor` goes on. */
  searchedBackTo: z.optional(IsoTime),
})
export type GalleryReply = z.infer<typeof GalleryReply>
