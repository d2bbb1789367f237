import type { Image } from '../../contract/image.ts'
import type { Job } from '../../contract/job.ts'
import { pictureWords } from '../ui/picture-words.ts'
import type { CompletedResult } from '../ui/slide.ts'
import { Thumbnail } from './thumbnail.tsx'

type ResultPicturesProps = { job: Job; result: CompletedResult; onOpen: (image: Image) => void }

/** One model's pictures, whole and in their own shape: a click opens one. */
export function ResultPictures({ job, result, onOpen }: ResultPicturesProps) {
  const { images } = result
  return (
    <div className={`grid gap-0.5 ${images.length > 1 ? 'grid-cols-2' : ''}`}>
      {images.map((image, index) => {
        const words = pictureWords({ image, result, job })
        return (
          <div
            key={image.url}
            className={`min-w-0 ${images.length === 3 && index === 0 ? 'col-span-2' : ''}`}
            style={{ aspectRatio: image.width / image.height }}
          >
            <button type="button" className="block size-full -outline-offset-2" onClick={() => onOpen(image)}>
              <Thumbnail picture={image} alt={words} className="size-full" />
            </button>
          </div>
        )
      })}
    </div>
  )
}
