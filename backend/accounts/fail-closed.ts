import { RefusalError } from '../../contract/refusal.ts'
import { StorageUnavailable } from '../storage/storage.ts'
import type { FaultLog } from './account-deps.ts'

/**
 * Does what a guard of money depends on. Whatever fails in it is for the log, and the visitor is refused: throws
 * RefusalError `unavailable` with that sentence and, where it is known, what to do.
 */
export async function failClosed<T>(log: FaultLog, sentence: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    log.error({ err: cause }, sentence)
    const advice = cause instanceof StorageUnavailable ? cause.message : "The server's log says why."
    throw new RefusalError('unavailable', `${sentence} ${advice}`, { retryAfterSeconds: 5 }, { cause })
  }
}
