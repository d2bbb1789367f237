import type { Image } from '../../contract/image.ts'
import type { Job } from '../../contract/job.ts'
import { Icon } from '../ui/icon.tsx'
import type { CompletedResult } from '../ui/slide.ts'
import { pictureFileName } from './picture-file-name.ts'
import { Thumbnail } from './thumbnail.tsx'

type ResultPicturesProps = { job: Job; result: CompletedResult; onOpen: (image: Image) => void }

/** One model's pictures, whole and in their own shape: a click opens one, the corner downloads it. */
export function ResultPictures({ job, result, onOpen }: ResultPicturesProps) {
  const { images, name } = result
  return (
    <div className={`grid gap-0.5 ${images.length > 1 ? 'grid-cols-2' : ''}`}>
      {images.map((image, index) => {
        const which = images.length === 1 ? name : `${name}, ${index + 1} of ${images.length}`
        return (
          <div
            key={image.url}
            className={`relative min-w-0 ${images.length === 3 && index === 0 ? 'col-span-2' : ''}`}
            style={{ aspectRatio: image.width / image.height }}
          >
            <button type="button" className="block size-full -outline-offset-2" onClick={() => onOpen(image)}>
              <Thumbnail picture={image} alt={`Picture by ${which}`} className="size-full" />
            </button>
            <a
              href={image.url}
              download={pictureFileName({ image, result, job })}
              aria-label={`Download the picture by ${which}`}
              title="Download"
              className="group absolute right-1 bottom-1 grid size-11 place-items-center rounded-xl text-text transition active:scale-95"
            >
              <span className="grid size-8 place-items-center rounded-lg bg-surface/85 transition group-hover:bg-surface">
                <Icon name="download" className="size-4" />
              </span>
            </a>
          </div>
        )
      })}
    </div>
  )
}
