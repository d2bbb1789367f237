import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'wouter'
import { isRunning } from '../../contract/job.ts'
import { Icon } from '../ui/icon.tsx'
import { Cover } from './cover.tsx'
import { latestJobs } from './gallery-queries.ts'
import { useDeletingIds } from './use-delete-job.ts'

/** The latest finished runs in one row. Its height is the same whatever it shows; an empty gallery shows nothing. */
export function FilmStrip() {
  const latest = useQuery(latestJobs)
  const deleting = useDeletingIds()
  const headingId = useId()
  const entries = latest.data?.galleries.filter((entry) => !isRunning(entry) && !deleting.has(entry.id)) ?? []
  // The page is about the next picture: a strip that cannot be had is left out without a word.
  if (latest.isError || (latest.isSuccess && entries.length === 0)) return null
  return (
    <section
      aria-labelledby={headingId}
      aria-busy={latest.isPending}
      className="mx-auto h-64 w-full max-w-[96rem] pt-6"
    >
      <header className="flex items-center justify-between gap-4 px-4 sm:px-8">
        <h2 id={headingId} className="font-semibold">
          Recent
        </h2>
        <Link
          href="/gallery"
          className="-mr-2 inline-flex min-h-11 items-center gap-1 rounded-xl px-2 text-sm text-soft transition hover:text-text"
        >
          See all
          <Icon name="right" className="size-4" />
        </Link>
      </header>
      <ul className="flex snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pt-1 pb-4 sm:scroll-px-8 sm:px-8">
        {latest.isPending && Array.from({ length: 12 }, (_, place) => <Frame key={place} />)}
        {entries.map((entry) => (
          <li key={entry.id} className="w-36 shrink-0 snap-start">
            <Link href={`/gallery/${entry.id}`} className="group block rounded-2xl">
              <Cover
                entry={entry}
                className="rounded-2xl ring-1 ring-text/8 transition group-hover:ring-2 group-hover:ring-accent"
              />
              <span className="mt-1.5 block truncate text-2xs text-soft group-hover:text-text">{entry.prompt}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Frame = () => <li aria-hidden="true" className="size-36 shrink-0 animate-sheen rounded-2xl bg-raised" />
