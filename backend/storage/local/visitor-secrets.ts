import { join } from 'node:path'
import { type DatedSecret, isSecret, newSecret, renewedAfterMs, withNewSecret } from '../secrets.ts'
import { StorageUnavailable } from '../storage.ts'
import { readSmallFile, writeSmallFile } from './small-file.ts'
import { translateFailure } from './translate-failure.ts'

const againAfterMs = 3_600_000

/**
 * The secrets that sign visitors' cookies, the newest first; it signs, all verify. After 90 days a new one comes, and one goes
 * when the last cookie that it can have signed has run out. `first`: the secret to begin with.
 * Throws StorageUnavailable when the file cannot be read or written. To be called while the folder is locked.
 */
export function visitorSecrets(
  dataDir: string,
  { first, now, log }: { first: string; now: () => number; log: { error(details: object, message: string): void } },
): () => readonly string[] {
  const file = join(dataDir, 'visitor-secrets')
  let tryAgainAt = 0
  let kept = opened(file, dataDir) ?? renewed(file, [], { since: now(), secret: first })
  return () => {
    const at = now()
    const newest = kept[0]?.since ?? 0
    if (at - newest >= renewedAfterMs && at >= tryAgainAt) {
      try {
        kept = renewed(file, kept, { since: at, secret: newSecret() })
      } catch (err) {
        // The old ones are good for as long as the disk is not.
        tryAgainAt = at + againAfterMs
        log.error({ err }, 'the secret of visitors’ cookies could not be renewed')
      }
    }
    return kept.map(({ secret }) => secret)
  }
}

function opened(file: string, dataDir: string): DatedSecret[] | undefined {
  let text
  try {
    text = readSmallFile(file)
  } catch (error) {
    throw translateFailure(error, dataDir)
  }
  if (text === undefined) return undefined
  const lines = text.trim().split('\n')
  const dated = lines.map((line) => {
    const [since = '', secret = ''] = line.split(' ')
    return { since: Date.parse(since), secret }
  })
  if (dated.every(({ since, secret }) => Number.isFinite(since) && isSecret(secret))) return dated
  throw new StorageUnavailable(
    `${file} does not hold secrets. Restore it from a backup, or remove it: then every visitor begins with an empty gallery.`,
  )
}

function renewed(file: string, old: readonly DatedSecret[], added: DatedSecret): DatedSecret[] {
  const all = withNewSecret(old, added)
  writeSmallFile(file, all.map(({ since, secret }) => `${new Date(since).toISOString()} ${secret}\n`).join(''))
  return all
}
