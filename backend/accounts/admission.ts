import { RefusalError } from '../../contract/refusal.ts'
import type { Budgets } from '../storage/money.ts'
import type { AccountDeps } from './account-deps.ts'
import { dollars } from './dollars.ts'
import { reserve } from './reserve.ts'

type Priced = { id: string; name: string; priceMicroUsd: number | null; enabled: boolean }

/**
 * Reserves the most that a run, or the retry of one result, can cost. What is free is admitted without asking the ledger.
 * Throws RefusalError: over the visitor's own limit or over a budget, of unknown price beside a budget, or when the
 * ledger does not answer.
 */
export async function admit(
  deps: Pick<AccountDeps, 'budgets' | 'ledger' | 'log' | 'now'>,
  run: { jobId: string; models: readonly Priced[]; imagesPerModel: number; maxMicroUsd?: number | undefined },
): Promise<{ reservation: string | null }> {
  // A model that is not enabled is never called.
  const paid = run.models.filter(({ enabled, priceMicroUsd }) => enabled && priceMicroUsd !== 0)
  const unpriced = paid.filter(({ priceMicroUsd }) => priceMicroUsd === null)
  const parts = paid.map(({ id, name, priceMicroUsd }) => ({
    model: id,
    name,
    microUsd: (priceMicroUsd ?? 0) * run.imagesPerModel,
  }))
  if (run.maxMicroUsd !== undefined) keepToLimit(parts, { unpriced, maxMicroUsd: run.maxMicroUsd })
  if (isBudgeted(deps.budgets) && unpriced.length > 0) throw unpricedBesideBudget(unpriced)
  if (parts.length === 0) return { reservation: null }
  return reserve(deps, { jobId: run.jobId, parts })
}

function keepToLimit(
  parts: readonly { microUsd: number }[],
  { unpriced, maxMicroUsd }: { unpriced: readonly Priced[]; maxMicroUsd: number },
): void {
  const priceMicroUsd = parts.reduce((sum, { microUsd }) => sum + microUsd, 0)
  if (unpriced.length > 0) {
    throw overLimit(
      `The price of ${named(unpriced)} is not known, so it may cost more than the ${dollars(maxMicroUsd)} that you allow`,
    )
  }
  if (priceMicroUsd > maxMicroUsd) {
    throw overLimit(`This may cost ${dollars(priceMicroUsd)}, more than the ${dollars(maxMicroUsd)} that you allow`)
  }
}

const overLimit = (message: string) =>
  new RefusalError('invalid_request', `${message}. Choose fewer models or pictures, or allow more.`, {
    fields: [{ path: 'maxMicroUsd', message }],
  })

const isBudgeted = ({ dailyMicroUsd, monthlyMicroUsd, modelDailyMicroUsd }: Budgets) =>
  dailyMicroUsd !== undefined || monthlyMicroUsd !== undefined || modelDailyMicroUsd.size > 0

function unpricedBesideBudget(unpriced: readonly Priced[]): RefusalError {
  const message = `The price of ${named(unpriced)} is not known, and this server keeps to a budget`
  return new RefusalError('invalid_request', `${message}. Choose other models, or ask the operator to set a price.`, {
    fields: [{ path: 'models', message }],
  })
}

const named = (models: readonly Priced[]) => models.map(({ name }) => name).join(', ')
