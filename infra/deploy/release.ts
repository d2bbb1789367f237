import * as z from 'zod'

/** What was deployed and seen to answer: with it, it can be brought back without building anything. */
export const Release = z.object({
  id: z.string(),
  madeAt: z.string(),
  commit: z.string(),
  /** The release that was there before it. */
  before: z.string().nullable(),
  /** With the functions' code by its address in S3, as CloudFormation has it. */
  template: z.string(),
  parameters: z.record(z.string(), z.string()),
  page: z.array(z.object({ key: z.string(), etag: z.string(), contentType: z.string(), cacheControl: z.string() })),
})
export type Release = z.infer<typeof Release>

/** What a command that was stopped had done. */
export const Unfinished = z.object({
  startedAt: z.string(),
  /** The last step that was finished. */
  after: z.string(),
  /** Present: it was bringing this release back. */
  backTo: z.string().optional(),
})
export type Unfinished = z.infer<typeof Unfinished>
