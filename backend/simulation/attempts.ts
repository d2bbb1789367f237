import type { JobRecord, NewJob, TaskKey, TaskTerms } from '../storage/storage.ts'
import type { End } from './result-rows.ts'

/** What one request came to, as the provider knows it. `lost`: no answer was taken, or one that leaves it open. */
export type SentRequest = {
  count: number
  answer: 'lost' | 'no_work' | 'paid'
  /** What the provider charged; null: nobody knows. */
  chargeMicroUsd: number | null
}

/** One attempt, kept in mind even when its job is gone. */
export type Attempt = {
  /** `job2/plain#1` */
  name: string
  terms: TaskTerms
  /** What the provider was sent, by call. */
  requests: Map<number, SentRequest[]>
  /** Its visitor was told that it stops, or that its job is deleted. */
  stopped: boolean
  /** Nothing may replace its result any more. */
  billed: boolean
  end?: End
}

/** Every attempt there ever was. An id that is used again after a deletion names another job. */
export type Attempts = {
  created(job: NewJob): void
  retried(task: TaskKey, terms: TaskTerms): void
  /** Of the job that has the id now. */
  of(task: TaskKey): Attempt | undefined
  all(): Iterable<Attempt>
  /** Its visitor sees it no more, and nothing of it is wanted. */
  buried(jobId: string): void
  isBuried(name: string): boolean
  /** `job2` */
  nameOf(jobId: string): string
  /** Of a job as it was read: another may have its id by now. */
  nameOfRead(job: JobRecord): string
  byName(name: string): Attempt | undefined
}

export function knownAttempts(): Attempts {
  const jobNames = new Map<string, string>()
  const attempts = new Map<string, Attempt>()
  const bySecret = new Map<string, string>()
  const nameOf = (jobId: string) => jobNames.get(jobId) ?? 'no job'
  const keyOf = ({ jobId, model, attempt }: TaskKey) => `${nameOf(jobId)}/${model}#${attempt}`
  const add = (task: TaskKey, terms: TaskTerms) => {
    const name = keyOf(task)
    attempts.set(name, { name, terms, requests: new Map(), stopped: false, billed: false })
  }
  const graves = new Set<string>()
  let jobs = 0
  return {
    nameOf,
    isBuried: (name) => graves.has(name),
    buried(jobId) {
      graves.add(nameOf(jobId))
      for (const [name, attempt] of attempts) if (name.startsWith(`${nameOf(jobId)}/`)) attempt.stopped = true
    },
    nameOfRead: ({ secret }) => bySecret.get(secret) ?? 'no job',
    byName: (name) => attempts.get(name),
    created({ jobId, secret, tasks }) {
      const name = `job${(jobs += 1)}`
      jobNames.set(jobId, name)
      bySecret.set(secret, name)
      for (const terms of tasks) add({ jobId, model: terms.model, attempt: 1 }, terms)
    },
    retried: ({ jobId, model, attempt }, terms) => add({ jobId, model, attempt: attempt + 1 }, terms),
    of: (task) => attempts.get(keyOf(task)),
    all: () => attempts.values(),
  }
}
