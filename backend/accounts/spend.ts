import { RefusalError } from '../../contract/refusal.ts'
import type { AccountDeps } from './account-deps.ts'
import { failClosed } from './fail-closed.ts'
import { reserve, unreadable } from './reserve.ts'

/**
 * Does work that belongs to no job and that costs money: reserves, confirms, works and settles. What fails may have been
 * charged. Throws RefusalError before anything is done when a budget is too small or the ledger does not answer.
 */
export async function spend<T>(
  deps: Pick<AccountDeps, 'budgets' | 'ledger' | 'log' | 'now'>,
  { what, name, microUsd }: { what: string; name: string; microUsd: number },
  work: () => Promise<T>,
): Promise<T> {
  if (microUsd === 0) return work()
  const { ledger, now, log } = deps
  const { reservation } = await reserve(deps, { parts: [{ model: what, name, microUsd }] })
  const part = { reservation, model: what }
  const mine = await failClosed(log, unreadable, () => ledger.confirm(part))
  if (!mine) throw new RefusalError('unavailable', 'It took too long until it could begin. Please try again.')

  // Without it the part stays open, and counts as spent.
  const settle = (costCertain: boolean) =>
    ledger.settle(part, { costMicroUsd: microUsd, costCertain, at: now() }).catch((error: unknown) => {
      log.error({ err: error }, 'what was spent could not be settled')
    })
  const done = await work().catch(async (error: unknown) => {
    await settle(false)
    throw error
  })
  await settle(true)
  return done
}
