import { existsSync, readdirSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StorageUnavailable } from '../storage.ts'
import { applicationId, schemaVersion, upgradeFrom } from './schema.ts'

/**
 * Opens the database, or makes one; an older one is upgraded, wholly or not at all. A damaged, foreign or newer file is
 * refused before a byte of it is changed.
 */
export function openDatabase(file: string): DatabaseSync {
  const isNew = !existsSync(file) || (statSync(file).size === 0 && !hasPictures(dirname(file)))
  if (!isNew) checkUntouched(file)
  const db = new DatabaseSync(file, { timeout: 1000, allowUnknownNamedParameters: true })
  try {
    // Deleted prompts are overwritten in the file, not only forgotten.
    db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on')
    const version = versionOf(db)
    if (version < schemaVersion) db.exec(`begin immediate; ${upgradeFrom(version)} commit`)
    // The folder's lock proves that whoever held a lease is gone.
    db.exec(`update tasks set lease_until = 0 where status = 'in_progress'`)
    // From now on the whole process stands still while a statement waits; who needs it tries again later.
    db.exec('pragma busy_timeout = 100')
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

function checkUntouched(file: string): void {
  const fault = faultOf(file)
  if (fault === undefined) return
  throw new StorageUnavailable(
    `${file} ${fault}. Nothing was changed. Restore it from a backup, or move it away to begin with an empty gallery.`,
  )
}

function faultOf(file: string): string | undefined {
  if (statSync(file).isDirectory()) return 'is a folder, where the database should be'
  if (statSync(file).size === 0) return 'is empty, although there are pictures beside it'
  const url = pathToFileURL(file)
  // Keeps SQLite from laying files beside it, where a log of the last changes does not already lie.
  if (!existsSync(`${file}-wal`)) url.searchParams.set('immutable', '1')
  const db = new DatabaseSync(url, { readOnly: true, timeout: 1000 })
  try {
    // A server was stopped before it had made its tables.
    if (blank.every((sql) => firstValue(db, sql) === 0)) return undefined
    if (firstValue(db, 'pragma application_id') !== applicationId) return 'is a database of another program'
    const version = versionOf(db)
    if (version > schemaVersion)
      return `was written by a newer version of this server (${version}, not ${schemaVersion})`
    const check = statSync(file).size > pageByPageBytes ? 'ok' : firstValue(db, 'pragma quick_check(1)')
    return check === 'ok' ? undefined : `is damaged (${String(check)})`
  } catch {
    return 'is damaged or not a database'
  } finally {
    db.close()
  }
}

const blank = ['pragma application_id', 'pragma user_version', 'select count(*) from sqlite_schema']

const hasPictures = (folder: string) =>
  existsSync(join(folder, 'images')) && readdirSync(join(folder, 'images')).some((name) => !name.startsWith('.'))

// Half a second's work. In larger files damage is found where it is met; SQLite itself notices a cut-off file.
const pageByPageBytes = 100_000_000

const versionOf = (db: DatabaseSync) => Number(firstValue(db, 'pragma user_version'))

const firstValue = (db: DatabaseSync, sql: string) => Object.values(db.prepare(sql).get() ?? {})[0]
