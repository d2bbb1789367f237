import type { TaskError } from '../../contract/task-error.ts'
import { ProviderError } from '../providers/provider.ts'
import { StorageUnavailable, type Outcome, type TaskTerms } from '../storage/storage.ts'
import { NotBegun, type CallEnd, type Failure } from './call-end.ts'
import { StopRequested } from './hold-lease.ts'
import type { Painted } from './paint-task.ts'

/** The longest wait, asked for by a provider, that a task sits out by itself. */
const longestOwnWaitMs = 30_000

type Terms = Pick<TaskTerms, 'priceMicroUsd' | 'requested'>

/** How an attempt ends that ran from `startedAt` to `completedAt`: result, and what it is reckoned to have cost. */
export function outcomeOf(
  { requested, priceMicroUsd }: Terms,
  { images, failures, calls }: Painted,
  times: { startedAt: number; completedAt: number },
): Outcome {
  const cost = costOf(priceMicroUsd, calls)
  const [first] = failures
  const [image, ...others] = images
  if (image !== undefined) {
    const revisedPrompt = calls.find((call) => call.revisedPrompt !== undefined)?.revisedPrompt
    return {
      ...times,
      ...cost,
      status: 'completed',
      images: [image, ...others],
      ...(images.length < requested && { shortfall: toTaskError(first) }),
      ...(revisedPrompt !== undefined && { revisedPrompt }),
    }
  }
  if (first?.error instanceof StopRequested) {
    return { ...times, ...cost, status: 'cancelled', outcome: failures.some(mayHaveCost) ? 'stopped' : 'not_started' }
  }
  return { ...times, ...cost, status: 'error', error: toTaskError(first) }
}

/** The wait in milliseconds after which the task may try once more by itself, if that cannot cost twice. */
export function ownWaitMs(waited: boolean, failures: readonly Failure[]): number | undefined {
  if (waited || failures.length === 0) return undefined
  const longest = Math.max(...failures.map(waitAfter))
  return longest <= longestOwnWaitMs ? longest : undefined
}

/** The end of an attempt whose runner died. After dispatch it may have been charged, unless it is free. */
export function outcomeOfLost(
  terms: Terms | undefined,
  { dispatched, cancelRequested, now }: { dispatched: number; cancelRequested: boolean; now: number },
): Outcome {
  const costMicroUsd = dispatched === 0 ? 0 : priceOf(terms?.priceMicroUsd ?? null, terms?.requested ?? 1)
  const cost = { costMicroUsd, costCertain: costMicroUsd === 0 }
  if (cancelRequested) {
    return { ...cost, completedAt: now, status: 'cancelled', outcome: dispatched === 0 ? 'not_started' : 'stopped' }
  }
  const error = dispatched === 0 ? neverStarted : cost.costCertain ? interrupted : interruptedMaybeCharged
  return { ...cost, completedAt: now, status: 'error', error }
}

function costOf(price: number | null, calls: readonly CallEnd[]) {
  const doubtful = calls.map(({ failures, toldMicroUsd }) =>
    toldMicroUsd === undefined
      ? priceOf(
          price,
          failures.filter(isDoubtful).reduce((sum, { count }) => sum + count, 0),
        )
      : 0,
  )
  const known = calls.map(
    ({ images, failures, toldMicroUsd }) =>
      toldMicroUsd ?? priceOf(price, images.length + failures.filter(wasPainted).length),
  )
  const costMicroUsd = [...known, ...doubtful].reduce(
    (sum, part) => (sum === null || part === null ? null : sum + part),
    0,
  )
  return { costMicroUsd, costCertain: doubtful.every((part) => part === 0) }
}

const mayHaveCost = ({ error, sent }: Failure) => sent && !(error instanceof ProviderError && error.didNoWork)

/** A sound picture came, and could not be kept here. */
const wasPainted = ({ error, sent }: Failure) => sent && error instanceof StorageUnavailable

const isDoubtful = (failure: Failure) => mayHaveCost(failure) && !wasPainted(failure)

const priceOf = (price: number | null, count: number) => (count === 0 ? 0 : price === null ? null : price * count)

function waitAfter({ error, sent, accepted = false }: Failure): number {
  if (error instanceof NotBegun) return 0
  // What a provider gave a ticket for may be painted yet: sent again, it would be paid for twice.
  if (!sent || accepted || !(error instanceof ProviderError) || !error.didNoWork) return Infinity
  const { code, retryAfterSeconds } = error
  if (code !== 'rate_limited' && code !== 'unavailable') return Infinity
  return retryAfterSeconds === undefined ? Infinity : retryAfterSeconds * 1000
}

function toTaskError(failure: Failure | undefined): TaskError {
  if (failure === undefined) return tooFew
  const { error, sent } = failure
  if (error instanceof ProviderError) {
    const { code, message, retryAfterSeconds } = error
    return { code, message, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }
  }
  if (error instanceof StopRequested) return { code: 'interrupted', message: 'You stopped the rest.' }
  if (error instanceof NotBegun) return notBegun
  if (error instanceof StorageUnavailable) {
    return {
      code: 'internal',
      message: `${sent ? 'The picture could not be kept' : 'Nothing was sent'}: ${error.message}`,
    }
  }
  if (error instanceof DOMException && error.name === 'TimeoutError') return sent ? outOfTime : noTurn
  return { code: 'internal', message: 'Something went wrong on this server; its log says what.' }
}

const outOfTime: TaskError = { code: 'timeout', message: 'The model did not answer in time.' }
const noTurn: TaskError = { code: 'timeout', message: 'Its turn did not come in time. Nothing was sent.' }
const tooFew: TaskError = { code: 'invalid_image', message: 'The provider sent fewer images than asked for.' }
const interrupted: TaskError = {
  code: 'interrupted',
  message: 'The server lost track of this picture: it stopped, or could not store the result.',
}
const interruptedMaybeCharged: TaskError = {
  ...interrupted,
  message: `${interrupted.message} It may have been charged.`,
}
const notBegun: TaskError = { code: 'interrupted', message: 'The server was stopped before the rest was sent.' }
const neverStarted: TaskError = {
  code: 'internal',
  message: 'The server could not start this model. Nothing was sent.',
}
