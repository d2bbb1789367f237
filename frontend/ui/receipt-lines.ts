import { isRunning, type Job } from '../../contract/job.ts'
import { type EndedResult, isEnded } from './cost-words.ts'
import { formatSum } from './sum.ts'

/** `because`: in a few words. `kind`: a sum of the lines above, or a part of that sum. */
export type ReceiptLine = { what: string; amount: string; because?: string | undefined; kind?: 'sum' | 'part' }

/** What a run was estimated to cost, what was given back, charged, and may have been charged. None when it is free. */
export function receiptLines(job: Job): ReceiptLine[] {
  const { estimatedMicroUsd, settledMicroUsd } = job
  if (estimatedMicroUsd === 0 && settledMicroUsd === 0) return []
  const ended = job.results.filter(isEnded)
  const estimate = {
    what: 'Estimated before',
    amount: estimatedMicroUsd === null ? 'price unknown' : formatSum(estimatedMicroUsd),
  }
  if (isRunning(job)) return [estimate, { what: 'So far', amount: formatSum(settledMicroUsd), kind: 'sum' }]
  return [estimate, ...given(ended, estimatedMicroUsd), ...earlier(job, ended), ...total(job, ended)]
}

/** What came back of the estimate, or was added to it. Nobody knows when a price is not known. */
function given(ended: readonly EndedResult[], estimatedMicroUsd: number | null): ReceiptLine[] {
  if (estimatedMicroUsd === null || ended.some(({ costMicroUsd }) => costMicroUsd === null)) return []
  const back = estimatedMicroUsd - sumOf(ended)
  if (back > 0) return [{ what: 'Given back', amount: `−${formatSum(back)}`, because: reasons(ended) }]
  return back < 0 ? [{ what: 'More than estimated', amount: `+${formatSum(-back)}` }] : []
}

function reasons(ended: readonly EndedResult[]): string | undefined {
  const unpaid = ended.filter(({ costMicroUsd }) => costMicroUsd === 0)
  const stopped = unpaid.filter(({ status }) => status === 'cancelled').length
  const failed = unpaid.filter(({ status }) => status === 'error').length
  const words = [stopped > 0 && `${stopped} stopped in time`, failed > 0 && `${failed} failed without a charge`]
  return words.filter(Boolean).join(', ') || undefined
}

/** The status of a job does not say what its earlier attempts came to, but its sum holds them. */
function earlier({ settledMicroUsd }: Job, ended: readonly EndedResult[]): ReceiptLine[] {
  const before = settledMicroUsd - sumOf(ended)
  return before > 0 ? [{ what: 'Earlier attempts', amount: `+${formatSum(before)}` }] : []
}

function total({ settledMicroUsd, attempts = [] }: Job, ended: readonly EndedResult[]): ReceiptLine[] {
  const doubtful = [...ended, ...attempts.filter(isEnded)].filter(({ costCertain }) => !costCertain)
  const uncertain = sumOf(doubtful)
  if (doubtful.length === 0) return [{ what: 'Charged', amount: formatSum(settledMicroUsd), kind: 'sum' }]
  return [
    { what: 'Counted as spent', amount: formatSum(settledMicroUsd), kind: 'sum' },
    { what: 'of it charged', amount: formatSum(settledMicroUsd - uncertain), kind: 'part' },
    {
      what: 'of it perhaps charged',
      amount: uncertain === 0 ? 'price unknown' : formatSum(uncertain),
      because: doubtful.map(({ name }) => name).join(', '),
      kind: 'part',
    },
  ]
}

const sumOf = (results: readonly EndedResult[]): number =>
  results.reduce((sum, { costMicroUsd }) => sum + (costMicroUsd ?? 0), 0)
