import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { GalleryEntry } from '../../contract/gallery.ts'
import { announce } from '../ui/announcer.tsx'
import { usePageTitle } from '../ui/page-title.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { DownloadAll } from './download-all.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { GalleryEnd } from './gallery-end.tsx'
import { GalleryFeed } from './gallery-feed.tsx'
import { galleryPages, knownModels } from './gallery-queries.ts'
import { GallerySearch } from './gallery-search.tsx'
import { GallerySkeleton } from './gallery-skeleton.tsx'
import { count } from './job-words.ts'
import { LoadFault } from './load-fault.tsx'
import { NothingKept } from './nothing-kept.tsx'
import { NothingMatches } from './nothing-matches.tsx'
import { useDeleteJob, useDeletingIds } from './use-delete-job.ts'
import { useGalleryFilter } from './use-gallery-filter.ts'
import { useRunningEntries } from './use-running-entries.ts'

const minuteMs = 60_000

export function GalleryList() {
  usePageTitle('Gallery · Pixel Prompt')
  const { filter, setFilter } = useGalleryFilter()
  const pages = useInfiniteQuery({ ...galleryPages(filter), placeholderData: keepPreviousData })
  const models = useQuery(knownModels)
  const isShared = models.data?.gallery === 'shared'
  const partBytes = models.data?.limits.exportPartBytes
  const [isExporting, setExporting] = useState(false)
  const deleting = useDeletingIds()
  const deleteJob = useDeleteJob()
  const [doomed, setDoomed] = useState<GalleryEntry>()
  const feed = useRef<HTMLDivElement>(null)
  const loaded = pages.data?.pages.flatMap(({ galleries }) => galleries) ?? []
  const entries = loaded.filter(({ id }) => !deleting.has(id))
  useRunningEntries(entries)

  const filtered = filter.q !== '' || filter.model !== ''
  const ended = pages.isSuccess && !pages.hasNextPage && entries.length === 0
  const searchedBackTo = pages.data?.pages.at(-1)?.searchedBackTo

  const found = filtered && pages.isSuccess && !pages.isPlaceholderData && foundWords(entries.length, pages.hasNextPage)
  useEffect(() => {
    if (found) announce(found)
  }, [found])

  function confirmDeletion({ id }: GalleryEntry): void {
    // Closed first: the dialog hands the focus back to a button that is about to vanish.
    flushSync(() => setDoomed(undefined))
    focusBeside(feed.current, id)
    deleteJob(id)
  }

  return (
    <>
      <header className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight sm:text-3xl">Gallery</h1>
          <p className="mt-1 text-sm text-soft">
            Every prompt with all its pictures, newest first.{isShared && ' Everybody here sees all of them.'}{' '}
            {entries.length > 0 && !models.isPending && (
              <DownloadAll inParts={partBytes !== undefined} onParts={() => setExporting(true)} />
            )}
          </p>
        </div>
        {(filtered || !ended) && <GallerySearch filter={filter} onFilter={setFilter} />}
      </header>
      {pages.isPending && <GallerySkeleton />}
      {pages.isError && !pages.data && (
        <LoadFault what="The gallery" heading="h2" error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {ended && (filtered ? <NothingMatches onClear={() => setFilter({ q: '', model: '' })} /> : <NothingKept />)}
      {entries.length > 0 && (
        <GalleryFeed
          ref={feed}
          entries={entries}
          nowMs={Math.ceil(pages.dataUpdatedAt / minuteMs) * minuteMs}
          busy={pages.isPlaceholderData || pages.isFetchingNextPage}
          outdated={pages.isPlaceholderData}
          complete={!pages.hasNextPage}
          onDelete={setDoomed}
        />
      )}
      {pages.data && !ended && !pages.isPlaceholderData && (
        <GalleryEnd
          entries={entries}
          searchedBackTo={searchedBackTo}
          state={
            pages.isFetchNextPageError
              ? 'fault'
              : pages.isFetchingNextPage
                ? 'loading'
                : pages.hasNextPage
                  ? 'more'
                  : 'end'
          }
          pageCount={pages.data.pages.length}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
      {partBytes !== undefined && isExporting && (
        <ExportDialog partBytes={partBytes} onClose={() => setExporting(false)} />
      )}
      {doomed && (
        <DeleteDialog id={doomed.id} onConfirm={() => confirmDeletion(doomed)} onClose={() => setDoomed(undefined)} />
      )}
    </>
  )
}

const foundWords = (number: number, goesOn: boolean) =>
  number === 0 ? !goesOn && 'Nothing matches' : `${count(number, 'run')}${goesOn ? ' or more' : ''} found`

function focusBeside(feed: HTMLElement | null, id: string): void {
  const cards = [...(feed?.querySelectorAll<HTMLElement>('article') ?? [])]
  const place = cards.findIndex((card) => card.dataset['id'] === id)
  const beside = cards[place + 1] ?? cards[place - 1]
  beside?.querySelector('a')?.focus({ preventScroll: true })
}
