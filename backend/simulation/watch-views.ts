import { hasEnded, Job, jobStatus } from '../../contract/job.ts'
import { toJob } from '../jobs/job-view.ts'
import type { JobStore } from '../storage/storage.ts'
import type { Attempts } from './attempts.ts'
import type { Verdict } from './invariants.ts'

/** Reads a job as its visitor does, and compares it with what was seen last. */
export function watchViews({
  jobs,
  hasImage,
  attempts,
  hold,
}: { jobs: JobStore; hasImage: (key: string) => boolean; attempts: Attempts } & Pick<Verdict, 'hold'>): {
  read(jobId: string, state: { deleted: boolean }): Promise<void>
} {
  const seen = new Map<string, Job>()

  const check = (name: string, job: Job) => {
    const fits = Job.safeParse(job)
    hold('a reader never sees an impossible state', fits.success, () => `${name}: ${String(fits.error)}`)
    hold(
      'a reader never sees an impossible state',
      job.status === jobStatus(job.results) && job.completedModels === job.results.filter(hasEnded).length,
      () =>
        `${name} says ${job.status}, ${job.completedModels} ended, of ${job.results.map(({ status }) => status).join()}`,
    )
    for (const { url, thumbnailUrl } of job.results.flatMap((result) =>
      result.status === 'completed' ? result.images : [],
    )) {
      const isStored = [url, thumbnailUrl].every((path) => hasImage(path.slice(1)))
      hold('what a completed result shows is stored', isStored, () => `${name} shows ${url}`)
    }
  }

  const compare = (name: string, old: Job, job: Job) => {
    const moved = visible(old) !== visible(job)
    hold(
      'versions only grow, with every change that a reader can see',
      moved ? job.version > old.version : job.version >= old.version,
      () => `${name} went from version ${old.version} to ${job.version}: ${visible(old)} became ${visible(job)}`,
    )
    for (const result of old.results) {
      const next = job.results.find(({ model }) => model === result.model)
      const isKept =
        next && (next.attempt === result.attempt || job.attempts?.some((attempt) => isSame(attempt, result)))
      hold(
        'no ended result changes, but for one late success or a retry',
        isKept === true,
        () => `${name} lost its ${result.model}#${result.attempt}`,
      )
    }
  }

  return {
    async read(jobId, { deleted }) {
      const name = attempts.nameOf(jobId)
      const record = await jobs.find(jobId)
      hold('nothing of a deleted job remains', !(deleted && record), () => `${name} can be read after it was deleted`)
      if (deleted) return
      hold('a reader never sees an impossible state', record !== undefined, () => `${name} cannot be found`)
      if (!record) return
      const job = toJob(record, { usualMs: () => undefined, withAttempts: true })
      check(name, job)
      const old = seen.get(name)
      if (old) compare(name, old, job)
      seen.set(name, job)
    },
  }
}

const visible = ({ version: _, updatedAt: __, ...job }: Job) => JSON.stringify(job)
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
