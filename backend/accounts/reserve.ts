import type { AccountDeps } from './account-deps.ts'
import { failClosed } from './fail-closed.ts'
import { overBudget } from './over-budget.ts'

/** `name`: what a person calls the model, or whatever else costs money. */
export type NamedPart = { model: string; name: string; microUsd: number }

export const unreadable = 'Spending cannot be read and noted now, so nothing that costs money is started.'

/** Promises all parts or none. Throws RefusalError when a budget is too small, or the ledger does not answer. */
export async function reserve(
  {
    ledger,
    budgets,
    now,
    log,
  }: Pick<AccountDeps, 'budgets' | 'log' | 'now'> & { ledger: Pick<AccountDeps['ledger'], 'reserve'> },
  request: { jobId?: string; parts: readonly NamedPart[] },
): Promise<{ reservation: string }> {
  const at = now()
  const parts = request.parts.map(({ model, microUsd }) => ({ model, microUsd }))
  const answer = await failClosed(log, unreadable, () => ledger.reserve({ ...request, at, parts, budgets }))
  if ('over' in answer) throw overBudget(answer, { at, budgets, parts: request.parts })
  return answer
}
