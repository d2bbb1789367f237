import { StorageUnavailable } from '../storage/storage.ts'
import type { EngineDeps } from './engine-deps.ts'

const waitsMs = [200, 1000, 3000, 6000]
const never = new AbortController().signal

/**
 * Tries again, for about ten seconds, while the storage is unavailable: what a provider was paid for is not given up
 * for a full disk that somebody is clearing. Then throws the last StorageUnavailable; other errors at once.
 */
export async function persistently<T>(
  { log, pause }: Pick<EngineDeps, 'log' | 'pause'>,
  write: () => Promise<T>,
): Promise<T> {
  for (const waitMs of waitsMs) {
    try {
      return await write()
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error
      log.warn({ err: error, waitMs }, 'storage unavailable')
      await pause(waitMs, never)
    }
  }
  return write()
}

/** The same, but for as long as the server runs: what a task came to was paid for, and nobody else knows it. */
export async function untilStored<T>(
  deps: Pick<EngineDeps, 'log' | 'pause'>,
  stopping: AbortSignal,
  write: () => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await persistently(deps, write)
    } catch (error) {
      if (stopping.aborted || !(error instanceof StorageUnavailable)) throw error
    }
  }
}
