import { useQuery } from '@tanstack/react-query'
import type { MouseEvent } from 'react'
import { Link } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { RefusalError } from '../../contract/refusal.ts'
import { Icon } from '../ui/icon.tsx'
import { usePageTitle } from '../ui/page-title.ts'
import { EarlierAttempts } from './earlier-attempts.tsx'
import { resultGrid } from './gallery-grid.ts'
import { galleryJob } from './gallery-queries.ts'
import { JobHeader } from './job-header.tsx'
import { shortPrompt } from './job-words.ts'
import { JobResults } from './job-results.tsx'
import { LoadFault } from './load-fault.tsx'
import { leftIcon } from '../ui/late-icons.ts'

export function JobPage({ id }: { id: string }) {
  const job = useQuery(galleryJob(id))
  usePageTitle(`${job.data ? shortPrompt(job.data.prompt) : 'Run'} · Pixel Prompt`)
  return (
    <>
      <BackToGallery />
      {job.isPending && <JobSkeleton />}
      {job.data ? (
        <>
          <JobHeader job={job.data} />
          <JobResults job={job.data} />
          <EarlierAttempts attempts={job.data.attempts ?? []} />
        </>
      ) : (
        job.error &&
        (isUnknown(job.error) ? (
          <NoSuchJob />
        ) : (
          <LoadFault what="This run" heading="h1" error={job.error} onRetry={() => void job.refetch()} />
        ))
      )}
    </>
  )
}

function BackToGallery() {
  const fromList = useHistoryState<{ list?: boolean } | null>()?.list === true
  // Going back, not anew, finds the list where it was left: searched and scrolled.
  const goBack = (event: MouseEvent) => {
    if (!fromList || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    history.back()
  }
  return (
    <Link
      href="/gallery"
      className="mb-4 -ml-2 inline-flex min-h-11 items-center gap-1 rounded-xl pr-3 text-sm text-soft transition hover:text-text"
      onClick={goBack}
    >
      <Icon name={leftIcon} />
      Gallery
    </Link>
  )
}

const isUnknown = (error: Error) =>
  error instanceof RefusalError && (error.code === 'not_found' || error.code === 'invalid_request')

function NoSuchJob() {
  return (
    <div className="mx-auto max-w-md py-20 text-center">
      <h1 className="text-2xl font-semibold">This run is not here</h1>
      <p className="mt-3 text-soft">
        It may have been deleted, belong to somebody else, or its address may be mistyped.
      </p>
    </div>
  )
}

function JobSkeleton() {
  return (
    <div aria-busy="true" className="animate-sheen">
      <h1 className="sr-only">Loading the run</h1>
      <div className="h-7 w-4/5 max-w-3xl rounded-lg bg-raised" />
      <div className="mt-3 h-4 w-72 max-w-full rounded-md bg-raised" />
      <div className={`mt-20 ${resultGrid}`}>
        {Array.from({ length: 6 }, (_, place) => (
          <div key={place} className="aspect-square rounded-3xl bg-raised" />
        ))}
      </div>
    </div>
  )
}
