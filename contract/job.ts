import * as z from 'zod/mini'
import { Image } from './image.ts'
import { ParameterName, Parameters } from './parameters.ts'
import { DurationMs, IsoTime, JobId, MicroUsd, ModelId, Version } from './primitives.ts'
import { TaskError } from './task-error.ts'

const base = {
  model: ModelId,
  name: z.string(),
  provider: z.string(),
  /** 1, and one more for each retry. */
  attempt: z.int().check(z.positive()),
  /** How many images were asked for. */
  requested: z.int().check(z.positive()),
  /** Parameters that were set but that this model does not support; they were not sent. */
  ignored: z.array(ParameterName),
}
/** What the result cost, as far as known. Not certain: the provider may have charged although no image came. */
const cost = { costMicroUsd: z.nullable(MicroUsd), costCertain: z.boolean() }

/** What one model's share of a job came to, or where it stands. */
export const Result = z.discriminatedUnion('status', [
  z.object({
    ...base,
    status: z.literal('pending'),
    /** The provider asked for a wait until then. */
    retryAt: z.optional(IsoTime),
    /** How many others come before it, where that is known. */
    ahead: z.optional(z.int().check(z.nonnegative())),
  }),
  z.object({
    ...base,
    status: z.literal('in_progress'),
    startedAt: IsoTime,
    usualMs: z.optional(DurationMs),
    /** The share of its work that the provider says is done. */
    painted: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  }),
  z.object({
    ...base,
    ...cost,
    status: z.literal('completed'),
    startedAt: IsoTime,
    completedAt: IsoTime,
    durationMs: DurationMs,
    images: z.array(Image).check(z.minLength(1)),
    /** Present when fewer images than requested could be kept. */
    shortfall: z.optional(TaskError),
    /** Present when the model was sent other words than the job's prompt. */
    sentPrompt: z.optional(z.string()),
    /** Present when the provider says that it rewrote the prompt. */
    revisedPrompt: z.optional(z.string()),
  }),
  z.object({
    ...base,
    ...cost,
    status: z.literal('error'),
    completedAt: IsoTime,
    durationMs: z.optional(DurationMs),
    error: TaskError,
  }),
  z.object({
    ...base,
    ...cost,
    status: z.literal('cancelled'),
    completedAt: IsoTime,
    /** `stopped`: after the request had been sent, so that it may have been charged. */
    outcome: z.enum(['not_started', 'stopped']),
  }),
])
export type Result = z.infer<typeof Result>

export const JobStatus = z.enum(['pending', 'in_progress', 'completed', 'partial', 'cancelled', 'failed'])
export type JobStatus = z.infer<typeof JobStatus>

/** One prompt over many models. `version` grows with every change that a reader can see. */
export const Job = z.object({
  jobId: JobId,
  version: Version,
  status: JobStatus,
  createdAt: IsoTime,
  updatedAt: IsoTime,
  prompt: z.string(),
  parameters: Parameters,
  totalModels: z.int().check(z.positive()),
  /** Results that have ended, well or not. */
  completedModels: z.int().check(z.nonnegative()),
  /** `null` when the price of one of the models is not known. */
  estimatedMicroUsd: z.nullable(MicroUsd),
  settledMicroUsd: MicroUsd,
  results: z.array(Result).check(z.minLength(1)),
  /** Whoever asks may look at it, but not stop, retry or delete: it is somebody else's, in a shared gallery. */
  readOnly: z.optional(z.literal(true)),
  /** Earlier attempts of results that were retried, oldest first; only `GET /api/gallery/:id` has them. */
  attempts: z.optional(z.array(Result)),
})
export type Job = z.infer<typeof Job>

export const hasEnded = ({ status }: Pick<Result, 'status'>): boolean =>
  status !== 'pending' && status !== 'in_progress'

export const isRunning = (job: Pick<Job, 'status'>): boolean => job.status === 'pending' || job.status === 'in_progress'

/** A job's status follows from its results; it is never stored. */
export function jobStatus(results: readonly Pick<Result, 'status'>[]): JobStatus {
  const some = (status: Result['status']) => results.some((result) => result.status === status)
  if (results.every((result) => result.status === 'pending')) return 'pending'
  if (!results.every(hasEnded)) return 'in_progress'
  if (results.every((result) => result.status === 'completed')) return 'completed'
  if (some('completed')) return 'partial'
  return some('cancelled') ? 'cancelled' : 'failed'
}
