import * as z from 'zod/mini'
import { isSecret, newSecret } from '../secrets.ts'
import { StorageUnavailable } from '../storage.ts'
import type { Items } from './items.ts'

/** The server's own secret, for signing sessions and ids. All processes have the one of whoever asked first. */
export async function serverSecret(items: Items): Promise<string> {
  const found = await items.get(key)
  const { success, data } = Own.safeParse(found ?? (await made(items)))
  if (success) return data.server
  throw new StorageUnavailable(
    'The table does not hold a secret where it should. Restore it from a backup, or remove its item SECRETS, SERVER: then everybody has to log in again.',
  )
}

const key = { pk: 'SECRETS', sk: 'SERVER' }
const Own = z.object({ server: z.string().check(z.refine(isSecret)) })

/** Whoever comes second is told the first one's. */
const made = (items: Items) =>
  items.update(key, {
    set: ['#own = if_not_exists(#own, :own)'],
    names: { '#own': 'server' },
    values: { ':own': newSecret() },
  })
