import { accessSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { type Health, type Storage, StorageUnavailable } from '../storage.ts'
import { schemaVersion } from './schema.ts'
import { translateFailure } from './translate-failure.ts'

/**
 * Writes a little to the database and to the images' folder: what can only be read is not healthy, nor what could be
 * written, but is no longer in its folder.
 */
export function localHealth(db: DatabaseSync, images: { probe(): Promise<void> }): Storage['health'] {
  return async () => ({
    database: await tried(async () => probeDatabase(db)),
    images: await tried(() => images.probe()),
  })
}

function probeDatabase(db: DatabaseSync): void {
  try {
    // The same number again is still a write, down to the disk.
    db.exec(`pragma user_version = ${schemaVersion}`)
    const file = db.location()
    if (file !== null) accessSync(file)
  } catch (error) {
    throw translateFailure(error, 'the data folder')
  }
}

async function tried(probe: () => Promise<void>): Promise<Health['database']> {
  try {
    await probe()
    return { ok: true }
  } catch (error) {
    if (error instanceof StorageUnavailable) return { ok: false, message: error.message }
    throw error
  }
}
