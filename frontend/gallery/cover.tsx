import type { GalleryEntry } from '../../contract/gallery.ts'
import { NoPicture } from './no-picture.tsx'
import { Thumbnail } from './thumbnail.tsx'

type CoverProps = { entry: Pick<GalleryEntry, 'cover' | 'status' | 'totalModels'>; className?: string }

/** Up to four of a job's pictures in a square. They say no more than the words beside them, so they are not read out. */
export function Cover({ entry: { cover, status, totalModels }, className = '' }: CoverProps) {
  const [first] = cover
  return (
    <div className={`relative grid aspect-square overflow-hidden bg-raised gap-0.5 ${places(cover)} ${className}`}>
      {first === undefined && <NoPicture status={jobResult[status]} />}
      {cover.map((picture, index) => (
        <Thumbnail
          key={picture.thumbnailUrl}
          picture={picture}
          alt=""
          fit={cover.length === 1 ? 'object-contain' : 'object-cover'}
          className={`min-h-0 min-w-0 ${cover.length === 3 && index === 0 ? spanning(picture) : ''}`}
        />
      ))}
      {cover.length === 4 && status === 'completed' && totalModels > 4 && (
        <span
          aria-hidden="true"
          className="absolute right-2 bottom-2 rounded-full bg-surface px-2 py-0.5 text-2xs font-medium text-text"
        >
          +{totalModels - 4}
        </span>
      )}
    </div>
  )
}

type Picture = GalleryEntry['cover'][number]

const isWide = ({ width, height }: Picture) => width > height

function places(cover: readonly Picture[]): string {
  const [first] = cover
  if (first === undefined || cover.length === 1) return 'grid-cols-1'
  if (cover.length === 2) return isWide(first) ? 'grid-cols-1 grid-rows-2' : 'grid-cols-2 grid-rows-1'
  return 'grid-cols-2 grid-rows-2'
}

const spanning = (picture: Picture) => (isWide(picture) ? 'col-span-2' : 'row-span-2')

const jobResult = {
  pending: 'pending',
  in_progress: 'in_progress',
  completed: 'completed',
  partial: 'completed',
  cancelled: 'cancelled',
  failed: 'error',
} as const satisfies Record<GalleryEntry['status'], string>
