import { createHash, createHmac, randomInt } from 'node:crypto'
import { ParameterName, parameterRanges, type Parameters } from '../../contract/parameters.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { ImageModel } from '../providers/provider.ts'
import type { JobRecord, NewJob } from '../storage/storage.ts'
import type { Admit, Admitted } from './admitted.ts'
import { giveBack } from './give-back.ts'
import type { JobDeps } from './job-deps.ts'
import { taskTerms } from './task-terms.ts'

export type StartRequest = {
  visitor: string
  /** As whom its tasks wait for their turns; absent: as the visitor. */
  taker?: string
  /** Whether every visitor may look at it. */
  shared?: boolean
  prompt: string
  parameters: Parameters
  /** As the request named them; absent: all. */
  wanted?: readonly string[]
  /** As the request capped it; admission heeds it. */
  maxMicroUsd?: number
  idempotencyKey?: string
}

/**
 * Stores a job with a task per model and queues the tasks; calls no provider. The same visitor, key and request give
 * the same job again (`replayed`), whatever models and money there are by then: `admit` is asked only for a new one.
 * Throws RefusalError `idempotency_conflict` when the key was used for another request.
 */
export async function startJob(
  deps: JobDeps,
  request: StartRequest,
  admit: Admit,
): Promise<{ job: JobRecord; replayed: boolean }> {
  const { jobs, queue, secret, randomId } = deps
  const { visitor, idempotencyKey } = request
  const jobId = idempotencyKey === undefined ? randomId() : keyedJobId(secret, visitor, idempotencyKey)
  const earlier = idempotencyKey === undefined ? undefined : await jobs.find(jobId)
  const { created, job } = earlier ? { created: false, job: earlier } : await store(deps, request, jobId, admit)
  if (job === undefined) throw new RefusalError('conflict', 'The run of this Idempotency-Key was deleted.')
  if (!created && job.requestHash !== hashOf(request)) {
    throw new RefusalError('idempotency_conflict', 'This Idempotency-Key was already used for another request.')
  }
  // Told again, as often as anybody likes: that wakes nobody. Should it have been lost, the engine looks by itself.
  if (!created) return { job, replayed: true }
  const waiting = job.tasks.filter(({ progress }) => progress.status === 'pending')
  const tasks = waiting.map(({ model, attempt }) => ({ jobId, model, attempt }))
  await queue.send(tasks, { taker: request.taker ?? visitor })
  return { job, replayed: false }
}

// When create() throws, the job may be stored all the same: what was reserved is then left for the sweep to judge.
async function store(
  deps: JobDeps,
  request: StartRequest,
  jobId: string,
  admit: (jobId: string) => Promise<Admitted>,
): ReturnType<JobDeps['jobs']['create']> {
  await deps.images.ready()
  const admitted = await admit(jobId)
  const job = newJob(deps, request, jobId, admitted)
  const answer = await deps.jobs.create(job)
  if (!answer.created) {
    await giveAllBack(deps, job)
    await admitted.giveBack?.()
  }
  return answer
}

async function giveAllBack(deps: JobDeps, { jobId, tasks }: NewJob): Promise<void> {
  for (const { model, reservation } of tasks) {
    // What cannot be given back now, the sweep gives back later.
    if (reservation !== null) await giveBack(deps, { jobId, model, reservation }).catch(() => undefined)
  }
}

function newJob(
  { now, randomId }: JobDeps,
  request: StartRequest,
  jobId: string,
  { models, reservation }: Admitted,
): NewJob {
  const { visitor, taker, shared = false, prompt, parameters, idempotencyKey } = request
  const createdAt = now()
  return {
    jobId,
    visitor,
    ...(taker !== undefined && { taker }),
    ...(shared && { shared }),
    createdAt,
    prompt,
    parameters: { ...parameters, seed: parameters.seed ?? randomInt(parameterRanges.seed.max) },
    secret: randomId(),
    ...(idempotencyKey !== undefined && { requestHash: hashOf(request) }),
    tasks: models.map((model) => ({
      ...taskTerms(model, parameters, reservation),
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

function hashOf({ prompt, parameters, wanted = [], maxMicroUsd }: StartRequest): string {
  const given = [prompt, names.map((name) => parameters[name] ?? null), wanted]
  // Left out where there is none, as in the hashes of jobs that were stored before there was a cap.
  const whole = maxMicroUsd === undefined ? given : [...given, maxMicroUsd]
  return createHash('sha256').update(JSON.stringify(whole)).digest('base64url')
}

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
