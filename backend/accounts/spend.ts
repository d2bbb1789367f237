import { RefusalError } from '../../contract/refusal.ts'
import type { AccountDeps } from './account-deps.ts'
import { failClosed } from './fail-closed.ts'
import { reserve, unreadable } from './reserve.ts'

/**
 * Does work that belongs to no job and that costs money: reserves, confirms, works and settles, at `costOf` what was done
 * if that says more than the price. What fails may have been charged. Throws RefusalError before anything is done when a budget is too small or the ledger does not answer.
 */
export async function spend<T>(
  deps: Pick<AccountDeps, 'budgets' | 'ledger' | 'log' | 'now'>,
  { what, name, microUsd }: { what: string; name: string; microUsd: number },
  work: () => Promise<T>,
  costOf: (done: T) => { costMicroUsd: number; costCertain: boolean } = () => ({
    costMicroUsd: microUsd,
    costCertain: true,
  }),
): Promise<T> {
  if (microUsd === 0) return work()
  const { ledger, now, log } = deps
  const { reservation } = await reserve(deps, { parts: [{ model: what, name, microUsd }] })
  const part = { reservation, model: what }
  const mine = await failClosed(log, unreadable, () => ledger.confirm(part))
  if (!mine) throw new RefusalError('unavailable', 'It took too long until it could begin. Please try again.')

  // Without it the part stays open, and counts as spent.
  const settle = (cost: ReturnType<typeof costOf>) =>
    ledger.settle(part, { ...cost, at: now() }).catch((error: unknown) => {
      log.error({ err: error }, 'what was spent could not be settled')
    })
  const done = await work().catch(async (error: unknown) => {
    await settle({ costMicroUsd: microUsd, costCertain: false })
    throw error
  })
  await settle(costOf(done))
  return done
}
