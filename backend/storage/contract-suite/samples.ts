import { randomBytes } from 'node:crypto'
import type { TaskError } from '../../../contract/task-error.ts'
import type { JobRecord, JobStore, KeptImage, NewJob, Outcome, TaskKey, TaskTerms } from '../storage.ts'

/** Noon of some day; the suites count milliseconds from here. */
export const noon = Date.UTC(2026, 10, 22, 12)

export const randomId = () => randomBytes(16).toString('base64url')

export function sampleJob({
  models = ['red'],
  createdAt = noon,
  ...rest
}: Partial<Omit<NewJob, 'tasks'>> & { models?: string[] } = {}): NewJob {
  return {
    jobId: randomId(),
    visitor: 'ann',
    createdAt,
    prompt: 'a red lighthouse at dawn',
    parameters: { seed: 7, steps: 28, imagesPerModel: 1 },
    secret: randomId(),
    tasks: models.map((model) => ({
      ...sampleTerms(model),
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
})

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

/** Stores a job of one task and claims it from `noon` to `noon + 1000` under the lease `mine`. */
export async function claimedTask(jobs: JobStore): Promise<TaskKey> {
  const task = await pendingTask(jobs)
  await jobs.claim(task, { lease: 'mine', now: noon, leaseUntil: noon + 1000 })
  return task
}

export async function pendingTask(jobs: JobStore): Promise<TaskKey> {
  const job = sampleJob()
  await jobs.create(job)
  return { jobId: job.jobId, model: 'red', attempt: 1 }
}

export const progressOf = (job: JobRecord | undefined, model = 'red') =>
  job?.tasks.find((task) => task.model === model)?.progress
