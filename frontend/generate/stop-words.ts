import { hasEnded, isRunning, type Job } from '../../contract/job.ts'
import { isEnded } from '../ui/cost-words.ts'
import { formatSum } from '../ui/sum.ts'

/** What Stop came to, of a run in which it ended something: what had not started, was sent already, or finished first. */
export function stopWords(job: Job): string | undefined {
  const stopped = job.results.filter((result) => result.status === 'cancelled')
  if (stopped.length === 0) return undefined
  const free = job.estimatedMicroUsd === 0
  const early = stopped.filter(({ outcome }) => outcome === 'not_started').length
  const sent = stopped.filter(({ outcome }) => outcome === 'stopped').filter(isEnded)
  const words = [
    early > 0 && `${early} had not started${free ? '' : ' (not charged)'}`,
    sent.length > 0 && `${sent.length} had been sent already${free ? '' : ` (${chargeOf(sent)})`}`,
    finishedFirst(job),
  ]
  return `Stopped: ${words.filter(Boolean).join(', ')}.`
}

function chargeOf(sent: readonly { costMicroUsd: number | null }[]): string {
  const sum = sent.reduce((total, { costMicroUsd }) => total + (costMicroUsd ?? 0), 0)
  if (sum > 0) return `may have been charged, counted as ${formatSum(sum)}`
  return sent.every(({ costMicroUsd }) => costMicroUsd === 0) ? 'not charged' : 'may have been charged'
}

function finishedFirst(job: Job): string | false {
  const open = job.results.filter((result) => !hasEnded(result)).length
  if (isRunning(job)) return `${open} ${open === 1 ? 'is' : 'are'} still being stopped, and kept if finished first`
  const finished = job.results.filter(({ status }) => status === 'completed').length
  return finished > 0 && `${finished} finished first and ${finished === 1 ? 'is' : 'are'} kept`
}
