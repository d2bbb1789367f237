import * as z from 'zod/mini'
import { type DatedSecret, isSecret, newSecret, renewedAfterMs, withNewSecret } from '../secrets.ts'
import { StorageUnavailable } from '../storage.ts'
import type { Items } from './items.ts'

export type VisitorSecrets = {
  /** The one that signs, then all others that verify. */
  current(): readonly string[]
  /** To be called before a request: looks once in an hour what other processes have made, and makes a new one when it is time. Never rejects. */
  refresh(): Promise<void>
}

type Options = { first: string; now: () => number; log: { error(details: object, message: string): void } }

const lookAgainMs = 3_600_000
/** A new one signs a day after it was made: by then every process that is in use has seen it. */
const announcedMs = 86_400_000
const failedMs = 60_000

/**
 * The secrets that sign visitors' cookies. After 90 days a new one comes, and one goes when the last cookie that it can
 * have signed has run out. `first`: the secret to begin with. Throws StorageUnavailable.
 */
export async function visitorSecrets(items: Items, { first, now, log }: Options): Promise<VisitorSecrets> {
  const look = async (at: number) => {
    const kept = (await read(items)) ?? (await keep(items, [{ since: at, secret: first }]))
    const [newest] = kept
    if (at + announcedMs - newest.since < renewedAfterMs) return kept
    return keep(items, withNewSecret(kept, { since: at + announcedMs, secret: newSecret() }), newest)
  }

  let kept = await look(now())
  let lookAt = now() + lookAgainMs
  return {
    current() {
      const at = now()
      const signing = kept.find(({ since }) => since <= at) ?? kept[0]
      return [...kept.filter((one) => one === signing), ...kept.filter((one) => one !== signing)].map(
        ({ secret }) => secret,
      )
    },
    async refresh() {
      const at = now()
      if (at < lookAt) return
      lookAt = at + failedMs
      try {
        kept = await look(at)
        lookAt = at + lookAgainMs
      } catch (err) {
        // The old ones are good for as long as the table is not.
        log.error({ err }, 'the secrets of visitors’ cookies could not be looked at or renewed')
      }
    },
  }
}

const key = { pk: 'SECRETS', sk: 'VISITORS' }

async function read(items: Items): Promise<Secrets | undefined> {
  const item = await items.get(key)
  if (item === undefined) return undefined
  const { success, data } = Kept.safeParse(item['dated'])
  if (success) return data
  throw new StorageUnavailable(
    'The table does not hold secrets of visitors’ cookies where it should. Restore it from a backup, or remove its item SECRETS, VISITORS: then every visitor begins with an empty gallery.',
  )
}

/** Unless somebody else was first: then theirs. */
async function keep(items: Items, all: Secrets, newest?: DatedSecret): Promise<Secrets> {
  const made = await items.update(key, {
    set: ['dated = :all'],
    condition: newest ? 'dated[0].since = :since' : 'attribute_not_exists(dated)',
    values: { ':all': all, ...(newest && { ':since': newest.since }) },
  })
  return made ? all : ((await read(items)) ?? all)
}

const Dated = z.object({ since: z.int(), secret: z.string().check(z.refine(isSecret)) })
const Kept = z.tuple([Dated], Dated)
type Secrets = z.infer<typeof Kept>
