import { EventEmitter } from 'node:events'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Storage } from '../storage.ts'
import { localChanges } from './changes.ts'
import { localHealth } from './health.ts'
import { localImages } from './images.ts'
import { sqliteJobs } from './job-store.ts'
import { sqliteLedger } from './ledger.ts'
import { lockFolder } from './lock-folder.ts'
import { sqliteMeters } from './meters.ts'
import { openDatabase } from './open-database.ts'
import { type LocalQueue, localQueue } from './queue.ts'
import { sqliteShares } from './shares.ts'
import { sqliteSwitches } from './switches.ts'
import { sqliteTokens } from './tokens.ts'
import { translateFailure } from './translate-failure.ts'

export type LocalStorage = Storage & {
  queue: LocalQueue
  /** Files that others on this machine could open until now. */
  wereOpen: readonly string[]
  close(): void
}

/**
 * Opens the data folder, and makes it when it is missing. Throws StorageUnavailable, with the reason and what to do,
 * when another server uses it, when it cannot be written, or when its database is damaged or of a newer version.
 */
export function openLocalStorage({ dataDir }: { dataDir: string }): LocalStorage {
  const folder = resolve(dataDir)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    const lock = lockFolder(folder)
    const wereOpen = closeToOthers(folder).filter((name) => !name.startsWith('lock.db'))
    try {
      return { ...openLocked(folder, lock.release), wereOpen }
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    throw translateFailure(error, folder)
  }
}

/** A folder that was there before may let others in: then the files do not. Answers with those that did. */
function closeToOthers(folder: string): string[] {
  return ['lock.db', 'lock.db-journal', 'pixel-prompt.db', 'pixel-prompt.db-wal', 'pixel-prompt.db-shm'].filter(
    (name) => {
      const file = join(folder, name)
      if (!existsSync(file) || (statSync(file).mode & 0o077) === 0) return false
      chmodSync(file, 0o600)
      return process.platform !== 'win32'
    },
  )
}

function openLocked(folder: string, release: () => void): Omit<LocalStorage, 'wereOpen'> {
  const images = localImages(folder)
  const db = openDatabase(join(folder, 'pixel-prompt.db'))
  closeToOthers(folder)
  // As many listeners as requests are held.
  const moved = new EventEmitter().setMaxListeners(0)
  return {
    jobs: sqliteJobs(db, moved),
    images,
    changes: localChanges(moved),
    ledger: sqliteLedger(db),
    switches: sqliteSwitches(db),
    meters: sqliteMeters(db),
    tokens: sqliteTokens(db),
    shares: sqliteShares(db),
    queue: localQueue(),
    health: localHealth(db, images),
    close() {
      db.close()
      release()
    },
  }
}
