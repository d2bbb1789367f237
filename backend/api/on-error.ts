import type { ErrorHandler } from 'hono'
import type { Logger } from 'pino'
import { RefusalError, refusalStatus, type Refusal } from '../../contract/refusal.ts'
import { StorageUnavailable } from '../storage/storage.ts'
import { answer } from './answer.ts'
import type { ApiEnv } from './app-deps.ts'
import { tellRate } from './with-turn.ts'

/** Every refusal and every fault is answered here, in one shape. */
export const onError =
  (log: Logger): ErrorHandler<ApiEnv> =>
  (error, c) => {
    const { requestId } = c.var
    const { code, message, details } = asRefusal(error)
    // Details of a fault are for the operator's log alone.
    if (!(error instanceof RefusalError)) log.error({ err: error, requestId }, 'request failed')
    c.set('refusal', code)
    if (code === 'unauthorized') c.header('WWW-Authenticate', 'Bearer')
    if (details.retryAfterSeconds !== undefined) c.header('Retry-After', String(details.retryAfterSeconds))
    if (details.limit !== undefined) {
      tellRate(c, { limit: details.limit, remaining: 0, resetSeconds: details.retryAfterSeconds ?? 0 })
    }
    return answer(c, { error: message, code, requestId, ...details } satisfies Refusal, refusalStatus[code])
  }

function asRefusal(error: Error): RefusalError {
  if (error instanceof RefusalError) return error
  if (error instanceof StorageUnavailable) {
    return new RefusalError('unavailable', error.message, { retryAfterSeconds: 5 })
  }
  return new RefusalError('internal', 'Something went wrong on the server. Please try again.')
}
