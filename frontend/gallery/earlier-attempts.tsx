import type { Result } from '../../contract/job.ts'
import { Icon } from '../ui/icon.tsx'
import { count } from './job-words.ts'
import { ResultWords } from './result-words.tsx'

/** What retried results had come to before, folded away. */
export function EarlierAttempts({ attempts }: { attempts: readonly Result[] }) {
  if (attempts.length === 0) return null
  return (
    <details className="group mt-8">
      <summary className="inline-flex min-h-11 list-none items-center gap-2 rounded-xl bg-raised px-4 text-sm font-medium hover:bg-high">
        {count(attempts.length, 'earlier attempt')}
        <Icon name="down" className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <ul className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
        {attempts.map((result) => (
          <li key={`${result.model} ${result.attempt}`} className="min-w-0 rounded-2xl bg-surface ring-1 ring-text/8">
            <p className="px-4 pt-4 text-2xs text-soft">Attempt {result.attempt}</p>
            <ResultWords result={result} parameters={{}} />
            {result.status === 'error' && <p className="-mt-2 px-4 pb-4 text-sm text-rose">{result.error.message}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}
