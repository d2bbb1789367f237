import { hasEnded, isRunning, type Job, type Result } from '../../contract/job.ts'
import { formatMoney } from './money.ts'

type Cost = { costMicroUsd: number | null; costCertain: boolean }

/** What an ended result cost: `$0.04`, `free`, `up to $0.04`; without a picture `not charged`, `$0.04 may have been charged`. */
export function costWords({ costMicroUsd, costCertain }: Cost, pictures: number): string {
  if (costMicroUsd === 0) return pictures === 0 ? 'not charged' : 'free'
  if (costCertain) return formatMoney(costMicroUsd)
  if (pictures > 0) return `${costMicroUsd === null ? '' : 'up to '}${formatMoney(costMicroUsd)}`
  return `${costMicroUsd === null ? '' : `${formatMoney(costMicroUsd)} `}may have been charged`
}

/** What a job cost with the earlier attempts it holds, or is estimated to. */
export function jobCostWords(job: Job): string {
  if (isRunning(job)) return `${job.estimatedMicroUsd ? 'about ' : ''}${formatMoney(job.estimatedMicroUsd)}`
  const settled = formatMoney(job.settledMicroUsd)
  const ended = [...job.results, ...(job.attempts ?? [])].filter(isEnded)
  if (ended.some(({ costMicroUsd }) => costMicroUsd === null)) {
    return job.settledMicroUsd === 0 ? 'price unknown' : `${settled} and more, not all prices are known`
  }
  return ended.every(({ costCertain }) => costCertain) || job.settledMicroUsd === 0 ? settled : `up to ${settled}`
}

type EndedResult = Extract<Result, Cost>

const isEnded = (result: Result): result is EndedResult => hasEnded(result)
