import type { ReactNode } from 'react'
import type { Result } from '../../contract/job.ts'
import type { Parameters } from '../../contract/parameters.ts'
import { formatDuration } from '../ui/duration.ts'
import { costWords } from '../ui/cost-words.ts'
import { Facts } from '../ui/facts.tsx'
import { waitingWords } from '../ui/waiting-words.ts'
import { parameterWords } from './job-words.ts'

type ResultWordsProps = { result: Result; parameters: Parameters; action?: ReactNode; children?: ReactNode }

/** A result below its pictures: whose it is, how long it took, what it cost, what went wrong, what can be done. */
export function ResultWords({ result, parameters, action, children }: ResultWordsProps) {
  const ignored = parameterWords(parameters, result.ignored)
  return (
    <div className="px-3 pt-3 pb-4 text-2xs sm:px-4 text-soft">
      <h2 className="mb-1 text-sm leading-tight font-semibold text-text">{result.name}</h2>
      <Facts words={factsOf(result)}>{action}</Facts>
      {result.status === 'completed' && result.shortfall && (
        <p className="mt-2 text-rose">
          {result.images.length} of {result.requested} pictures came. {result.shortfall.message}
        </p>
      )}
      {ignored.length > 0 && <p className="mt-2">Not offered by this model, not sent: {ignored.join(', ')}.</p>}
      {children}
    </div>
  )
}

function factsOf(result: Result): string[] {
  const maker = result.provider === 'sketch' ? ['sketch, not AI'] : []
  switch (result.status) {
    case 'pending':
      return [result.retryAt === undefined ? waitingWords(result).toLowerCase() : 'the provider asks to wait', ...maker]
    case 'in_progress':
      return ['painting now', ...maker]
    case 'completed':
      return [
        formatDuration(result.durationMs),
        ...(maker.length > 0 ? maker : [costWords(result, result.images.length)]),
      ]
    case 'error':
      return [
        ...(result.durationMs === undefined ? [] : [`failed after ${formatDuration(result.durationMs)}`]),
        costWords(result, 0),
        ...maker,
      ]
    case 'cancelled':
      return [
        result.outcome === 'not_started' ? 'stopped before it began' : 'stopped after it was sent',
        costWords(result, 0),
        ...maker,
      ]
  }
}
