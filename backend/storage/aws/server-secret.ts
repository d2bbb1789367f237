import * as z from 'zod/mini'
import { isSecret, newSecret } from '../secrets.ts'
import { StorageUnavailable } from '../storage.ts'
import type { Item, Items } from './items.ts'

/** The server's own secret, for signing sessions and ids. All processes have the one of whoever asked first. */
export async function serverSecret(items: Items): Promise<string> {
  const { success, data } = Own.safeParse(await keptOrMade(items))
  if (success) return data.server
  throw new StorageUnavailable(
    'The table does not hold a secret where it should. Restore it from a backup, or remove its item SECRETS, SERVER: then everybody has to log in again.',
  )
}

const key = { pk: 'SECRETS', sk: 'SERVER' }
const Own = z.object({ server: z.string().check(z.refine(isSecret)) })

/** Whoever comes second is told the first one's. */
async function keptOrMade(items: Items): Promise<Item | undefined> {
  const made = { ':own': newSecret() }
  const set = ['#own = if_not_exists(#own, :own)']
  return (await items.get(key)) ?? items.update(key, { set, names: { '#own': 'server' }, values: made })
}
