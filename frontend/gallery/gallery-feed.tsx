import type { Ref } from 'react'
import type { GalleryEntry } from '../../contract/gallery.ts'
import { GalleryCard } from './gallery-card.tsx'
import { galleryGrid } from './gallery-grid.ts'
import { NearWindow } from './near-window.tsx'

type GalleryFeedProps = {
  ref: Ref<HTMLDivElement>
  entries: readonly GalleryEntry[]
  nowMs: number
  busy: boolean
  /** Of an earlier search, shown until the answer is here. */
  outdated: boolean
  /** Whether these are all there are. */
  complete: boolean
  onDelete: (entry: GalleryEntry) => void
}

// Full rows at 2, 3, 4 and 6 columns.
const blockLength = 24

/** The cards, in blocks of which only those near the window are drawn. */
export function GalleryFeed({ ref, entries, nowMs, busy, outdated, complete, onDelete }: GalleryFeedProps) {
  const blocks = Array.from({ length: Math.ceil(entries.length / blockLength) }, (_, block) =>
    entries.slice(block * blockLength, (block + 1) * blockLength),
  )
  return (
    <div
      ref={ref}
      role="feed"
      aria-busy={busy}
      aria-label="Runs, newest first"
      className={`transition-opacity ${outdated ? 'opacity-50' : ''}`}
    >
      {blocks.map((held, block) => (
        <NearWindow
          // A deletion moves cards from block to block; the blocks stay where they are.
          key={block}
          className={`pb-7 ${galleryGrid}`}
          first={block < 2}
          full={held.length === blockLength}
        >
          {held.map((entry, index) => (
            <article
              key={entry.id}
              data-id={entry.id}
              aria-label={entry.prompt}
              aria-posinset={block * blockLength + index + 1}
              aria-setsize={complete ? entries.length : -1}
              className="min-w-0"
            >
              <GalleryCard entry={entry} nowMs={nowMs} onDelete={onDelete} />
            </article>
          ))}
        </NearWindow>
      ))}
    </div>
  )
}
