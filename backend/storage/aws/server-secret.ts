import { isSecret, newSecret } from '../secrets.ts'
import { StorageUnavailable } from '../storage.ts'
import type { Items } from './items.ts'

/** The server's own secret, for signing sessions and ids. All processes have the one of whoever asked first. */
export async function serverSecret(items: Items): Promise<string> {
  const secret = (await items.get(key, { attributes: '#own', names })) ?? (await made(items))
  const { server } = secret
  if (typeof server === 'string' && isSecret(server)) return server
  throw new StorageUnavailable(
    'The table does not hold a secret where it should. Restore it from a backup, or remove its item SECRETS: then everybody has to log in again.',
  )
}

const key = { pk: 'SECRETS', sk: 'SERVER' }
const names = { '#own': 'server' }

/** Whoever comes second is told the first one's. */
const made = async (items: Items) =>
  (await items.update(key, { set: ['#own = if_not_exists(#own, :own)'], names, values: { ':own': newSecret() } })) ?? {}
