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
  models: readonly ImageModel[]
  idempotencyKey?: string
}

/**
 * Stores a job with a task per model and queues the tasks; calls no provider. The same visitor, key and request give
 * the same job again (`replayed`). Throws RefusalError `idempotency_conflict` when the key was used for another request.
 */
export async function startJob(deps: JobDeps, request: StartRequest): Promise<{ job: JobRecord; replayed: boolean }> {
  const { created, job } = await deps.jobs.create(newJob(deps, request))
  if (job === undefined) throw new RefusalError('conflict', 'The run of this Idempotency-Key was deleted.')
  if (!created && job.requestHash !== hashOf(request)) {
    throw new RefusalError('idempotency_conflict', 'This Idempotency-Key was already used for another request.')
  }
  const waiting = job.tasks.filter(({ progress }) => progress.status === 'pending')
  await deps.queue.send(waiting.map(({ model, attempt }) => ({ jobId: job.jobId, model, attempt })))
  return { job, replayed: !created }
}

function newJob({ secret, now, randomId }: JobDeps, request: StartRequest): NewJob {
  const { visitor, prompt, parameters, models, idempotencyKey } = request
  const createdAt = now()
  return {
    jobId: idempotencyKey === undefined ? randomId() : keyedJobId(secret, visitor, idempotencyKey),
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

const hashOf = ({ prompt, parameters, models }: StartRequest) =>
  createHash('sha256')
    .update(JSON.stringify([prompt, names.map((name) => parameters[name] ?? null), models.map(({ id }) => id)]))
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
