import { randomBytes } from 'node:crypto'
import type { TaskError } from '../../../contract/task-error.ts'
import type { JobRecord, JobStore, KeptImage, NewJob, Outcome, TaskKey, TaskTerms } from '../storage.ts'

/** Noon of some day; the suites count milliseconds from here. */
export const noon = Date.UTC(2026, 10, 22, 12)

export const randomId = () => randomBytes(16).toString('base64url')

type Wanted = Partial<Omit<NewJob, 'tasks'>> & { models?: string[] } & Partial<Pick<TaskTerms, 'lane' | 'reservation'>>

export function sampleJob({ models = ['red'], createdAt = noon, lane, reservation, ...rest }: Wanted = {}): NewJob {
  return {
    jobId: randomId(),
    visitor: 'ann',
    createdAt,
    prompt: 'a red lighthouse at dawn',
    parameters: { seed: 7, steps: 28, imagesPerModel: 1 },
    secret: randomId(),
    tasks: models.map((model) => ({
      ...sampleTerms(model),
      ...(lane !== undefined && { lane }),
      ...(reservation !== undefined && { reservation }),
      progress: { status: 'pending', dueAt: createdAt, waited: false },
    })),
    ...rest,
  }
}

export const sampleTerms = (model: string): TaskTerms => ({
  model,
  name: `Model ${model}`,
  provider: 'sketch',
  lane: 'sketch',
  requested: 1,
  ignored: ['steps'],
  priceMicroUsd: 40_000,
  reservation: null,
})

/** A job whose tasks are paid for by the reservation `first`. */
export const paidJob = (wanted: Wanted = {}): NewJob => sampleJob({ reservation: 'first', ...wanted })

export const paidTerms = (model: string, reservation: string): TaskTerms => ({ ...sampleTerms(model), reservation })

export const sampleImage = (seed = 7): KeptImage => ({
  imageId: randomId(),
  width: 1024,
  height: 1024,
  mediaType: 'image/png',
  bytes: 1_234_567,
  thumbhash: randomBytes(24).toString('base64'),
  seed,
})

const certain = { costMicroUsd: 40_000, costCertain: true }

export const painted = (completedAt: number, startedAt = noon): Outcome => ({
  ...certain,
  status: 'completed',
  startedAt,
  completedAt,
  images: [sampleImage()],
})

export const failed = (completedAt: number, code: TaskError['code'] = 'unavailable'): Outcome => ({
  ...certain,
  status: 'error',
  completedAt,
  error: { code, message: 'It did not work.' },
})

export const stopped = (completedAt: number): Outcome => ({
  costMicroUsd: 40_000,
  costCertain: false,
  status: 'cancelled',
  outcome: 'stopped',
  completedAt,
})

/** Stores a job and claims its first task from `noon` to `noon + 1000` under the lease `mine`. */
export async function claimedTask(jobs: JobStore, job = sampleJob()): Promise<TaskKey> {
  const task = await pendingTask(jobs, job)
  await jobs.claim(task, { lease: 'mine', now: noon, leaseUntil: noon + 1000 })
  return task
}

/** Stores a job; answers with its first task. */
export async function pendingTask(jobs: JobStore, job = sampleJob()): Promise<TaskKey> {
  await jobs.create(job)
  return { jobId: job.jobId, model: job.tasks[0]!.model, attempt: 1 }
}

/** Everything that is due at `now`. */
export const allDue = (jobs: JobStore, now: number) => jobs.due({ now, limit: 100, full: [] })

export const progressOf = (job: JobRecord | undefined, model = 'red') =>
  job?.tasks.find((task) => task.model === model)?.progress
