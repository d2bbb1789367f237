import { SpendReply } from '../../contract/operator.ts'
import { model, paints } from '../jobs/test-engine.ts'
import { ProviderError, type Generate } from '../providers/provider.ts'
import type { Ledger } from '../storage/money.ts'
import { StorageUnavailable } from '../storage/storage.ts'
import type { testApp } from './test-app.ts'

/** A model that counts how often it was asked; each picture costs four cents. */
export function counted(id: string, generate: Generate = paints, priceMicroUsd: number | null = 40_000) {
  const asked = { times: 0 }
  const counting: Generate = (request) => {
    asked.times += 1
    return generate(request)
  }
  return { asked, model: model(id, counting, { priceMicroUsd }) }
}

export const fails =
  (didNoWork: boolean): Generate =>
  () =>
    Promise.reject(new ProviderError(didNoWork ? 'auth' : 'timeout', 'It did not paint.', { didNoWork }))

export const unreadable = (): Promise<never> =>
  Promise.reject(new StorageUnavailable('The disk is full. Free some disk space.'))

export const brokenLedger: Ledger = {
  reserve: unreadable,
  confirm: unreadable,
  settle: unreadable,
  open: unreadable,
  spend: unreadable,
}

export async function spendOf({ app }: Pick<Awaited<ReturnType<typeof testApp>>, 'app'>): Promise<SpendReply> {
  return SpendReply.parse(await (await app.request('/api/spend')).json())
}
