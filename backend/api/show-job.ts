import type { Job } from '../../contract/job.ts'
import { toJob } from '../jobs/job-view.ts'
import type { JobRecord } from '../storage/storage.ts'
import type { ApiContext, AppDeps } from './app-deps.ts'
import { mayChange } from './find-job.ts'

export type ShowJob = (c: ApiContext, job: JobRecord, options?: { withAttempts: boolean }) => Promise<Job>

/** A job as whoever asks sees it, with the place in the queue of what waits. */
export const showJob =
  ({ jobDeps: { jobs, now }, usualTimes, log }: Pick<AppDeps, 'jobDeps' | 'log' | 'usualTimes'>): ShowJob =>
  async (c, job, options) => {
    const waits = job.tasks.some(({ progress }) => progress.status === 'pending')
    // An answer without the places is better than none.
    const ahead = waits
      ? await jobs.ahead(job.jobId, { now: now() }).catch((error: unknown) => {
          log.warn({ err: error, jobId: job.jobId }, 'places in the queue are not known')
          return undefined
        })
      : undefined
    const shown = toJob(job, { usualMs: usualTimes.of, ...(ahead && { ahead }), ...options })
    return mayChange(c, job) ? shown : { ...shown, readOnly: true }
  }
