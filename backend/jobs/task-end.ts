import type { TaskError } from '../../contract/task-error.ts'
import { ProviderError } from '../providers/provider.ts'
import { StorageUnavailable, type Outcome, type TaskRecord } from '../storage/storage.ts'
import { StopRequested } from './hold-lease.ts'
import type { Failure, Painted } from './paint-task.ts'

/** The longest wait, asked for by a provider, that a task sits out by itself. */
const longestOwnWaitSeconds = 30

/** How an attempt ends that ran from `startedAt` to `completedAt`: result, and what it is reckoned to have cost. */
export function outcomeOf(
  { requested, priceMicroUsd }: Pick<TaskRecord, 'priceMicroUsd' | 'requested'>,
  { images, failures, revisedPrompt, toldMicroUsd }: Painted,
  { startedAt, completedAt }: { startedAt: number; completedAt: number },
): Outcome {
  const times = { startedAt, completedAt }
  const maybeCharged = failures.filter(mayHaveCost).reduce((sum, { count }) => sum + count, 0)
  const made = toldMicroUsd ?? priceOf(priceMicroUsd, images.length)
  const lost = priceOf(priceMicroUsd, maybeCharged)
  const cost = { costMicroUsd: made === null || lost === null ? null : made + lost, costCertain: maybeCharged === 0 }
  const [first] = failures
  const [image, ...others] = images
  if (image !== undefined) {
    return {
      ...times,
      ...cost,
      status: 'completed',
      images: [image, ...others],
      ...(images.length < requested && { shortfall: first === undefined ? tooFew : toTaskError(first.error) }),
      ...(revisedPrompt !== undefined && { revisedPrompt }),
    }
  }
  if (first?.error instanceof StopRequested) {
    return { ...times, ...cost, status: 'cancelled', outcome: maybeCharged === 0 ? 'not_started' : 'stopped' }
  }
  return { ...times, ...cost, status: 'error', error: first === undefined ? tooFew : toTaskError(first.error) }
}

/** The wait in milliseconds after which the task may try once more by itself, if that cannot cost twice. */
export function ownWaitMs(waited: boolean, failures: readonly Failure[]): number | undefined {
  const waits = failures.map(({ error }) =>
    error instanceof ProviderError && error.didNoWork && ['rate_limited', 'unavailable'].includes(error.code)
      ? error.retryAfterSeconds
      : undefined,
  )
  if (waited || waits.length === 0) return undefined
  const longest = Math.max(...waits.map((seconds) => seconds ?? Infinity))
  return longest <= longestOwnWaitSeconds ? longest * 1000 : undefined
}

/** The end of an attempt whose runner died. After dispatch it may have been charged. */
export function outcomeOfLost(
  task: Pick<TaskRecord, 'priceMicroUsd' | 'requested'> | undefined,
  { dispatched, cancelRequested, now }: { dispatched: number; cancelRequested: boolean; now: number },
): Outcome {
  const priceMicroUsd = task?.priceMicroUsd ?? null
  const cost =
    dispatched === 0
      ? { costMicroUsd: 0, costCertain: true }
      : { costMicroUsd: priceOf(priceMicroUsd, task?.requested ?? 1), costCertain: false }
  if (cancelRequested) {
    return { ...cost, completedAt: now, status: 'cancelled', outcome: dispatched === 0 ? 'not_started' : 'stopped' }
  }
  return { ...cost, completedAt: now, status: 'error', error: dispatched === 0 ? neverStarted : interrupted }
}

const mayHaveCost = ({ error, sent }: Failure) => sent && !(error instanceof ProviderError && error.didNoWork)

const priceOf = (price: number | null, count: number) => (count === 0 ? 0 : price === null ? null : price * count)

function toTaskError(error: unknown): TaskError {
  if (error instanceof ProviderError) {
    const { code, message, retryAfterSeconds } = error
    return { code, message, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }
  }
  if (error instanceof StopRequested) return { code: 'interrupted', message: 'You stopped the rest.' }
  if (error instanceof StorageUnavailable) return { code: 'internal', message: `Not kept: ${error.message}` }
  if (error instanceof DOMException && error.name === 'TimeoutError') return outOfTime
  return { code: 'internal', message: 'Something went wrong on this server; its log says what.' }
}

const outOfTime: TaskError = { code: 'timeout', message: 'The model did not answer in time.' }
const tooFew: TaskError = { code: 'invalid_image', message: 'The provider sent fewer images than asked for.' }
const interrupted: TaskError = {
  code: 'interrupted',
  message: 'The server stopped while the model was painting. It may have been charged.',
}
const neverStarted: TaskError = {
  code: 'internal',
  message: 'The server could not start this model. Nothing was sent.',
}
