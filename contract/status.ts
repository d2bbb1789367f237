import * as z from 'zod/mini'
import { Job } from './job.ts'
import { JobId, Version } from './primitives.ts'

export const maxJobsPerStatus = 20

/** No server holds a request for longer, in milliseconds: whoever waits for one must have more patience. */
export const longestHoldMs = 60_000

const versionMessage = 'Must be a version number'

/** Of `GET /api/status/:jobId?after=<version>`. */
export const JobStatusQuery = z.strictObject({
  after: z.optional(
    z.pipe(z.string().check(z.regex(/^\d{1,9}$/u, versionMessage)), z.coerce.number<string>().check(z.int())),
  ),
})

/** Of `GET /api/status?jobs=<id>:<version>,…`; a version may be left out to be answered at once. */
export const StatusQuery = z.strictObject({
  jobs: z.string().check(
    z.regex(
      /^[A-Za-z0-9_-]{22}(?::\d{1,9})?(?:,[A-Za-z0-9_-]{22}(?::\d{1,9})?){0,19}$/u,
      'Must list 1 to 20 jobs as id:version',
    ),
    z.refine((jobs: string) => {
      const ids = parseJobVersions(jobs).map(({ jobId }) => jobId)
      return new Set(ids).size === ids.length
    }, 'Names a job twice'),
  ),
})

/** The answer of `GET /api/status/:jobId`. `pollAfterMs`: as in StatusReply. */
export const JobStatusReply = z.extend(Job, { pollAfterMs: z.optional(z.int()) })
export type JobStatusReply = z.infer<typeof JobStatusReply>

export const StatusReply = z.object({
  /** Those that have moved past the version that was asked for. */
  jobs: z.array(Job),
  /** Of the jobs asked for, those that do not exist (any more). */
  missing: z.array(JobId),
  /** Present when the server does not hold requests: ask again after this time. */
  pollAfterMs: z.optional(z.int()),
})
export type StatusReply = z.infer<typeof StatusReply>

export type JobVersion = { jobId: string; after: z.infer<typeof Version> | undefined }

export const parseJobVersions = (jobs: string): JobVersion[] =>
  jobs.split(',').map((part) => {
    const [jobId = '', version] = part.split(':')
    return { jobId, after: version === undefined ? undefined : Number(version) }
  })
