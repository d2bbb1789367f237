import { useEffect, useEffectEvent, useRef } from 'react'
import type { GalleryEntry } from '../../contract/gallery.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { count } from './job-words.ts'

type GalleryEndProps = {
  state: 'end' | 'fault' | 'loading' | 'more'
  entries: readonly GalleryEntry[]
  searchedBackTo: string | undefined
  pageCount: number
  onMore: () => void
}

/** Asks for more before the person gets there; a button does the same, and says when it could not. */
export function GalleryEnd({ state, entries, searchedBackTo, pageCount, onMore }: GalleryEndProps) {
  return (
    <div className="relative flex min-h-24 flex-col items-center justify-center gap-3 py-4 text-center text-sm text-soft">
      {/* A new one for every page: an end that stays in sight would not be reported again. */}
      {state === 'more' && <Approach key={pageCount} onApproach={onMore} />}
      {state !== 'end' && searchedBackTo !== undefined && <p>Searched back to {dayOf(searchedBackTo)} so far.</p>}
      {state === 'fault' && (
        <p role="alert" className="text-rose">
          The older ones could not be loaded.
        </p>
      )}
      {state === 'end' ? (
        <p>{endWords(entries)}</p>
      ) : (
        <Button aria-disabled={state === 'loading'} onClick={() => state !== 'loading' && onMore()}>
          {state === 'loading' && <Icon name="retry" className="size-4 animate-spin" />}
          {state === 'fault' ? 'Try again' : state === 'loading' ? 'Loading more' : 'Load more'}
        </Button>
      )}
    </div>
  )
}

function Approach({ onApproach }: { onApproach: () => void }) {
  const place = useRef<HTMLSpanElement>(null)
  const approached = useEffectEvent(onApproach)
  useEffect(() => {
    if (!place.current) return
    const observer = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && approached(),
      { rootMargin: '1500px' },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  return <span ref={place} className="absolute top-0 size-px" />
}

function endWords(entries: readonly GalleryEntry[]): string {
  const oldest = entries.at(-1)
  return oldest ? `That is all: ${count(entries.length, 'run')}, back to ${dayOf(oldest.createdAt)}.` : ''
}

const dayOf = (iso: string) => new Date(iso).toLocaleDateString('en-GB', { dateStyle: 'long' })
