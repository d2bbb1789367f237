import { memo } from 'react'
import { Link } from 'wouter'
import type { GalleryEntry } from '../../contract/gallery.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { relativeTime } from '../ui/relative-time.ts'
import { Cover } from './cover.tsx'
import { shortPrompt, statusWords } from './job-words.ts'
import { trashIcon } from '../ui/late-icons.ts'

type GalleryCardProps = { entry: GalleryEntry; nowMs: number; onDelete: (entry: GalleryEntry) => void }

// Memoized: a page that arrives must not draw again the thousand cards that were there.
export const GalleryCard = memo(function GalleryCard({ entry, nowMs, onDelete }: GalleryCardProps) {
  const { id, createdAt, prompt, status, readOnly } = entry
  return (
    <div className="group">
      <Link href={`/gallery/${id}`} state={{ list: true }} className="block rounded-2xl transition active:scale-[0.99]">
        <Cover
          entry={entry}
          className="rounded-2xl ring-1 ring-text/8 transition group-hover:ring-2 group-hover:ring-accent"
        />
        <span className="mt-2.5 line-clamp-2 min-h-[2lh] text-sm font-medium">{prompt}</span>
      </Link>
      <div className="mt-1 flex items-center justify-between gap-1">
        <p className="flex min-w-0 gap-x-2 text-2xs text-soft max-sm:flex-col sm:whitespace-nowrap">
          <time dateTime={createdAt} title={new Date(createdAt).toLocaleString('en-GB')}>
            {relativeTime(createdAt, nowMs)}
          </time>
          <span className={`min-w-0 sm:truncate ${tone(status)}`}>{statusWords(entry)}</span>
        </p>
        {!readOnly && (
          <IconButton
            icon={trashIcon}
            label={`Delete “${shortPrompt(prompt)}”`}
            className="-my-2 -mr-3 text-faint"
            onClick={() => onDelete(entry)}
          />
        )}
      </div>
    </div>
  )
})

function tone(status: GalleryEntry['status']): string {
  switch (status) {
    case 'pending':
    case 'in_progress':
      return 'text-accent'
    case 'failed':
    case 'partial':
      return 'text-rose'
    case 'cancelled':
    case 'completed':
      return ''
  }
}
