import { setTimeout as pause } from 'node:timers/promises'
import type { Changes } from '../storage.ts'
import type { Items } from './items.ts'
import { jobKey } from './job-item.ts'

/**
 * Looks at the jobs at once and then every `everyMs`: no table tells by itself that an item changed. What changes before the
 * first look has arrived is found by whoever asks next, since callers look for themselves when their wait is over.
 */
export function awsChanges(items: Items, { everyMs = 750 }: { everyMs?: number } = {}): Changes {
  const looks = new Map<string, Promise<string | undefined>>()

  // Those who wait for the same jobs share a look that is under way. A failure tells nothing, and is no change.
  const look = (jobIds: readonly string[]) => {
    const all = jobIds.join(' ')
    const shared = looks.get(all) ?? marksOf(items, jobIds).catch(() => undefined)
    looks.set(all, shared)
    return shared.finally(() => looks.delete(all))
  }

  return {
    async next(jobIds, signal) {
      const ids = [...new Set(jobIds)].toSorted()
      const stopped = Promise.withResolvers<undefined>()
      const stop = () => stopped.resolve(undefined)
      signal.addEventListener('abort', stop)
      let first: string | undefined
      let missed = false
      try {
        while (!signal.aborted) {
          const seen = await Promise.race([look(ids), stopped.promise])
          if (seen === undefined) missed = true
          else if (first === undefined && !missed) first = seen
          else if (seen !== first) return
          await pause(everyMs, undefined, { signal }).catch(() => undefined)
        }
      } finally {
        signal.removeEventListener('abort', stop)
      }
    },
  }
}

/** Of those that are there: their versions, and the marks of changes that are no new version, such as a wish to stop. */
async function marksOf(items: Items, jobIds: readonly string[]): Promise<string> {
  const keys = jobIds.map(jobKey)
  const names = { '#pk': 'pk', '#version': 'version', '#change': 'change' }
  const found = await items.getAll(keys, { attributes: '#pk, #version, #change', names })
  return found
    .map(({ pk, version, change }) => JSON.stringify([pk, version, change]))
    .toSorted()
    .join(' ')
}
