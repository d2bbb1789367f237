import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { StorageUnavailable } from '../storage.ts'
import { translateFailure } from './translate-failure.ts'

/**
 * The server's own secret, for signing cookies and ids: 256 random bits in base64url, made on the first call and kept.
 * To be called while the folder is locked (after openLocalStorage), so that two servers cannot both make one.
 */
export function readSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  try {
    const secret = existing(file) ?? created(file)
    if (/^[\w-]{43}$/u.test(secret)) return secret
  } catch (error) {
    throw translateFailure(error, dataDir)
  }
  throw new StorageUnavailable(
    `${file} does not hold a secret. Restore it from a backup, or remove it: then every visitor gets a new cookie.`,
  )
}

function existing(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function created(file: string): string {
  const secret = randomBytes(32).toString('base64url')
  const unfinished = `${file}.new`
  const handle = openSync(unfinished, 'w', 0o600)
  try {
    writeSync(handle, secret)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(unfinished, file)
  return secret
}
