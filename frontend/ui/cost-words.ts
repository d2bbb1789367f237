import { hasEnded, isRunning, type Job, type Result } from '../../contract/job.ts'
import { formatMoney } from './money.ts'
import { formatSum } from './sum.ts'

type Cost = { costMicroUsd: number | null; costCertain: boolean }

/** A result of which it is known what it cost. */
export type EndedResult = Extract<Result, Cost>

export const isEnded = (result: Result): result is EndedResult => hasEnded(result)

/**
 * What an ended result cost: `$0.04`, `free`, `up to $0.08`; without a picture `not charged`, `may have been charged, counted
 * as $0.04`.
 */
export function costWords({ costMicroUsd, costCertain }: Cost, pictures: number): string {
  if (costMicroUsd === 0) return pictures === 0 ? 'not charged' : 'free'
  if (costCertain) return formatMoney(costMicroUsd)
  if (costMicroUsd === null) return pictures === 0 ? 'may have been charged' : formatMoney(null)
  return pictures === 0
    ? `may have been charged, counted as ${formatMoney(costMicroUsd)}`
    : `up to ${formatMoney(costMicroUsd)}`
}

/** The same in a sentence, of a result without a picture. */
export function chargeSentence({ costMicroUsd, costCertain }: Cost): string {
  if (costMicroUsd === 0) return 'Not charged.'
  if (costCertain) return costMicroUsd === null ? 'What it cost is not known.' : `It cost ${formatMoney(costMicroUsd)}.`
  if (costMicroUsd === null) return 'It may have been charged; how much is not known.'
  return `It may have been charged, and is counted as ${formatMoney(costMicroUsd)}.`
}

/** What a job cost with the earlier attempts it holds, or what it has cost so far and is estimated to. */
export function jobCostWords(job: Job): string {
  if (isRunning(job)) {
    const estimated = `${job.estimatedMicroUsd ? 'about ' : ''}${formatMoney(job.estimatedMicroUsd)}`
    return job.settledMicroUsd === 0 ? estimated : `${formatSum(job.settledMicroUsd)} of ${estimated}`
  }
  const inVain = job.estimatedMicroUsd !== 0 && job.results.every(({ status }) => status !== 'completed')
  const settled = inVain && job.settledMicroUsd === 0 ? 'not charged' : formatMoney(job.settledMicroUsd)
  const ended = [...job.results, ...(job.attempts ?? [])].filter(isEnded)
  if (ended.some(({ costMicroUsd }) => costMicroUsd === null)) {
    return job.settledMicroUsd === 0 ? 'price unknown' : `${settled} and more, not all prices are known`
  }
  return ended.every(({ costCertain }) => costCertain) || job.settledMicroUsd === 0 ? settled : `up to ${settled}`
}
