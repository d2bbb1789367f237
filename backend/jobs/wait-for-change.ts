import type { JobVersion } from '../../contract/status.ts'
import type { JobRecord } from '../storage/storage.ts'
import type { JobDeps } from './job-deps.ts'

export type Moved = { moved: JobRecord[]; missing: string[] }

/**
 * Settles as soon as one of the jobs is newer than wanted, or is not there (any more), or may not be read; after
 * `holdMs` milliseconds, or when the signal aborts, as things stand: then both lists may be empty.
 */
export async function waitForChange(
  { jobs, changes }: Pick<JobDeps, 'changes' | 'jobs'>,
  query: {
    wanted: readonly JobVersion[]
    holdMs: number
    mayRead: (job: JobRecord) => boolean
    signal: AbortSignal
  },
): Promise<Moved> {
  const ids = query.wanted.map(({ jobId }) => jobId)
  const over = AbortSignal.any([query.signal, AbortSignal.timeout(query.holdMs)])
  for (;;) {
    const round = new AbortController()
    // Listening begins before the look, so that a change between the two is not missed.
    const changed = changes.next(ids, AbortSignal.any([over, round.signal]))
    try {
      const answer = await look(jobs, query)
      if (answer.moved.length > 0 || answer.missing.length > 0 || query.holdMs === 0 || over.aborted) return answer
      await changed
    } finally {
      round.abort()
    }
  }
}

async function look(
  jobs: JobDeps['jobs'],
  { wanted, mayRead }: { wanted: readonly JobVersion[]; mayRead: (job: JobRecord) => boolean },
): Promise<Moved> {
  const found = await Promise.all(
    wanted.map(async ({ jobId, after }) => {
      const job = await jobs.find(jobId)
      return { jobId, after, job: job !== undefined && mayRead(job) ? job : undefined }
    }),
  )
  return {
    moved: found.flatMap(({ job, after }) => (job && (after === undefined || job.version > after) ? [job] : [])),
    missing: found.flatMap(({ jobId, job }) => (job ? [] : [jobId])),
  }
}
