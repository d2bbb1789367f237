import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useId, useState } from 'react'
import { isRunning } from '../../contract/job.ts'
import { RefusalError } from '../../contract/refusal.ts'
import { jobQuery } from './job-query.ts'
import { ResultCard } from './result-card.tsx'
import { RunHeader } from './run-header.tsx'
import { removeRun } from './runs.ts'

/** One job: its prompt, how far it is, and a card for each model. */
export function Run({ jobId, newest }: { jobId: string; newest: boolean }) {
  const { data, error } = useQuery(jobQuery(jobId))
  // Many cards at once are drawn in slices, between which the page stays quick.
  const job = useDeferredValue(data)
  const [folded, setFolded] = useState<boolean>()
  const cardsId = useId()
  const gone = error instanceof RefusalError && error.code === 'not_found'
  useEffect(() => {
    if (gone) removeRun(jobId)
  }, [gone, jobId])
  if (!job) return <div className={newest ? 'min-h-dvh' : 'min-h-28'} />

  const open = folded === undefined ? newest || isRunning(job) : !folded
  return (
    <section aria-labelledby={`${cardsId}-title`} className="animate-arrive">
      <RunHeader job={job} open={open} cardsId={cardsId} onFold={() => setFolded(open)} />
      {open && (
        <ul
          id={cardsId}
          className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(min(100%,9.5rem),1fr))] gap-3 sm:grid-cols-[repeat(auto-fill,minmax(14.5rem,1fr))] sm:gap-4"
        >
          {job.results.map((result) => (
            <li key={result.model} className="flex min-w-0">
              <ResultCard job={job} result={result} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
