import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { ExportPartRow, sizeWords } from './export-part-row.tsx'
import { exportParts } from './export-requests.ts'

/** Offers all that is the visitor's, in as many files as the server needs for it. */
export function ExportDialog({ partBytes, onClose }: { partBytes: number; onClose: () => void }) {
  const lists = useInfiniteQuery(exportParts)
  const { hasNextPage, isFetching, isFetchNextPageError } = lists
  const pages = lists.data?.pages ?? []
  const parts = pages.flatMap((page) => page.parts)
  const isOne = parts.length === 1 && !hasNextPage
  const list = useRef<HTMLUListElement>(null)
  const shownBefore = parts.length - (pages.at(-1)?.parts.length ?? 0)

  // The button that was pressed may be gone.
  useEffect(() => {
    if (shownBefore > 0) list.current?.querySelectorAll('a')[shownBefore]?.focus()
  }, [shownBefore])

  return (
    <Dialog title="All of yours" onClose={onClose} className="max-w-md">
      {lists.isPending && (
        <output className="flex items-center gap-2 text-sm text-soft">
          <Icon name="retry" className="size-4 animate-spin" />
          Looking how much there is
        </output>
      )}
      {lists.isSuccess && parts.length === 0 && (
        <p className="text-sm text-soft">There is nothing of yours yet. What you make can be downloaded here.</p>
      )}
      {parts.length > 0 && (
        <>
          <p className="text-sm text-soft">
            {isOne
              ? 'Everything that you have made is in one ZIP.'
              : `Everything that you have made is in several ZIPs with up to ${sizeWords(partBytes)} of pictures each, the newest first. They can be unpacked in one place.`}
          </p>
          <ul ref={list} aria-label="Parts" className="mt-4 grid gap-2">
            {parts.map((part) => (
              <ExportPartRow key={part.href} part={part} isOne={isOne} />
            ))}
          </ul>
        </>
      )}
      {lists.error && (
        <p role="alert" className="mt-4 text-sm text-rose">
          What there is could not be listed: {lists.error.message}
        </p>
      )}
      {(lists.isError || hasNextPage) && (
        <Button
          className="mt-4"
          aria-disabled={isFetching}
          onClick={() => isFetching || void (parts.length > 0 ? lists.fetchNextPage() : lists.refetch())}
        >
          {isFetching && <Icon name="retry" className="size-4 animate-spin" />}
          {isFetching ? 'Looking for more' : isFetchNextPageError || parts.length === 0 ? 'Try again' : 'More parts'}
        </Button>
      )}
    </Dialog>
  )
}
