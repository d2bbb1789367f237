import { join } from 'node:path'
import { StorageUnavailable } from '../storage.ts'
import { isSecret, newSecret } from './secret.ts'
import { readSmallFile, writeSmallFile } from './small-file.ts'
import { translateFailure } from './translate-failure.ts'

const dayMs = 86_400_000
const renewedAfterMs = 90 * dayMs
/** As long as browsers keep a cookie. */
const heldAfterMs = 400 * dayMs
const againAfterMs = 3_600_000

type Dated = { since: number; secret: string }

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

function opened(file: string, dataDir: string): Dated[] | undefined {
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

/** With a new one, without those whose cookies have all run out. */
function renewed(file: string, old: readonly Dated[], added: Dated): Dated[] {
  const needed = old.filter((_, place) => added.since - (old[place - 1] ?? added).since < heldAfterMs)
  const all = [added, ...needed]
  writeSmallFile(file, all.map(({ since, secret }) => `${new Date(since).toISOString()} ${secret}\n`).join(''))
  return all
}
