import type { Result } from '../../contract/job.ts'
import type { Parameters } from '../../contract/parameters.ts'
import { formatDuration } from '../ui/duration.ts'
import { costWords } from './cost-words.ts'
import { parameterWords } from './job-words.ts'

/** A result below its pictures: whose it is, how long it took, what it cost, what went wrong. */
export function ResultWords({ result, parameters }: { result: Result; parameters: Parameters }) {
  const ignored = parameterWords(parameters, result.ignored)
  return (
    <div className="p-4">
      <h2 className="font-semibold">{result.name}</h2>
      <p className="mt-0.5 text-sm text-soft">{factsOf(result).join(' · ')}</p>
      {result.status === 'completed' && result.shortfall && (
        <p className="mt-2 text-sm text-rose">
          {result.images.length} of {result.requested} pictures came. {result.shortfall.message}
        </p>
      )}
      {ignored.length > 0 && (
        <p className="mt-2 text-sm text-soft">Not offered by this model, not sent: {ignored.join(', ')}.</p>
      )}
    </div>
  )
}

function factsOf(result: Result): string[] {
  const maker = result.provider === 'sketch' ? ['sketch, not AI'] : []
  switch (result.status) {
    case 'pending':
      return ['waiting to start', ...maker]
    case 'in_progress':
      return ['painting now', ...maker]
    case 'completed':
      return [formatDuration(result.durationMs), costWords(result, result.images.length), ...maker]
    case 'error':
      return [
        ...(result.durationMs === undefined ? [] : [`failed after ${formatDuration(result.durationMs)}`]),
        costWords(result, 0),
        ...maker,
      ]
    case 'cancelled':
      return [result.outcome === 'not_started' ? 'stopped before it began' : 'stopped', costWords(result, 0), ...maker]
  }
}
