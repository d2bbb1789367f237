import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StorageUnavailable } from '../storage.ts'

/**
 * Keeps a second server out of the folder until release(), or until this process dies: the operating system drops the
 * lock with it, so that nothing stale can be left behind.
 */
export function lockFolder(dataDir: string): { release: () => void } {
  const lock = new DatabaseSync(join(dataDir, 'lock.db'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) throw taken(dataDir, error)
    throw error
  }
  held.add(lock)
  return {
    release() {
      held.delete(lock)
      lock.close()
    },
  }
}

// A connection that nobody refers to is closed with the garbage, and its lock would go with it.
const held = new Set<DatabaseSync>()

const sqliteBusy = 5

const taken = (dataDir: string, cause: Error) =>
  new StorageUnavailable(
    `Another server is already running on the data folder ${dataDir}. Stop it, or choose another DATA_DIR.`,
    { cause },
  )
