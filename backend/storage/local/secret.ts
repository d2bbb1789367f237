import { join } from 'node:path'
import { isSecret, newSecret } from '../secrets.ts'
import { StorageUnavailable } from '../storage.ts'
import { readSmallFile, writeSmallFile } from './small-file.ts'
import { translateFailure } from './translate-failure.ts'

/**
 * The server's own secret, for signing sessions and ids: 256 random bits in base64url, made on the first call and kept.
 * To be called while the folder is locked (after openLocalStorage), so that two servers cannot both make one.
 */
export function readSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  try {
    const secret = readSmallFile(file) ?? created(file)
    if (isSecret(secret)) return secret
  } catch (error) {
    throw translateFailure(error, dataDir)
  }
  throw new StorageUnavailable(
    `${file} does not hold a secret. Restore it from a backup, or remove it: then everybody has to log in again.`,
  )
}

function created(file: string): string {
  const secret = newSecret()
  writeSmallFile(file, secret)
  return secret
}
