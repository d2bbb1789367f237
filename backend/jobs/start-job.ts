import { createHash, createHmac, randomInt } from 'node:crypto'
import { ParameterName, parameterRanges, type Parameters } from '../../contract/parameters.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { ImageModel } from '../providers/provider.ts'
import type { JobRecord, NewJob } from '../storage/storage.ts'
import type { JobDeps } from './job-deps.ts'
import { taskTerms } from './task-terms.ts'

export type StartRequest = {
  visitor: string
  prompt: string
  parameters: Parameters
  /** As the request named them; absent: all. */
  wanted?: readonly string[]
  idempotencyKey?: string
}

/**
 * Stores a job with a task per model and queues the tasks; calls no provider. The same visitor, key and request give
 * the same job again (`replayed`), whatever models there are by then: `choose` is asked only for a new one. Throws
 * RefusalError `idempotency_conflict` when the key was used for another request.
 */
export async function startJob(
  deps: JobDeps,
  request: StartRequest,
  choose: () => readonly ImageModel[],
): Promise<{ job: JobRecord; replayed: boolean }> {
  const { jobs, queue, secret, randomId } = deps
  const { visitor, idempotencyKey } = request
  const jobId = idempotencyKey === undefined ? randomId() : keyedJobId(secret, visitor, idempotencyKey)
  const earlier = idempotencyKey === undefined ? undefined : await jobs.find(jobId)
  const { created, job } = earlier
    ? { created: false, job: earlier }
    : await createReady(deps, newJob(deps, request, { jobId, models: choose() }))
  if (job === undefined) throw new RefusalError('conflict', 'The run of this Idempotency-Key was deleted.')
  if (!created && job.requestHash !== hashOf(request)) {
    throw new RefusalError('idempotency_conflict', 'This Idempotency-Key was already used for another request.')
  }
  const waiting = job.tasks.filter(({ progress }) => progress.status === 'pending')
  await queue.send(waiting.map(({ model, attempt }) => ({ jobId, model, attempt })))
  return { job, replayed: !created }
}

async function createReady({ jobs, images }: JobDeps, job: NewJob) {
  await images.ready()
  return jobs.create(job)
}

function newJob(
  { now, randomId }: JobDeps,
  request: StartRequest,
  { jobId, models }: { jobId: string; models: readonly ImageModel[] },
): NewJob {
  const { visitor, prompt, parameters, idempotencyKey } = request
  const createdAt = now()
  return {
    jobId,
    visitor,
    createdAt,
    prompt,
    parameters: { ...parameters, seed: parameters.seed ?? randomInt(parameterRanges.seed.max) },
    secret: randomId(),
    ...(idempotencyKey !== undefined && { requestHash: hashOf(request) }),
    tasks: models.map((model) => ({
      ...taskTerms(model, parameters),
      progress: model.enabled ? { status: 'pending', dueAt: createdAt, waited: false } : retired(model, createdAt),
    })),
  }
}

const keyedJobId = (secret: string, visitor: string, key: string) =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['job', visitor, key]))
    .digest()
    .subarray(0, 16)
    .toString('base64url')

const names = ParameterName.options

const hashOf = ({ prompt, parameters, wanted = [] }: StartRequest) =>
  createHash('sha256')
    .update(JSON.stringify([prompt, names.map((name) => parameters[name] ?? null), wanted]))
    .digest('base64url')

const retired = ({ name, successor }: ImageModel, completedAt: number): NewJob['tasks'][number]['progress'] => ({
  status: 'error',
  completedAt,
  error: {
    code: 'retired_model',
    message: `${name} has been retired by its maker.${successor === undefined ? '' : ` ${successor} succeeds it.`}`,
  },
  costMicroUsd: 0,
  costCertain: true,
})
