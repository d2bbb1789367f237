import type { Job } from '../../contract/job.ts'
import { costWords } from '../ui/cost-words.ts'
import { formatDuration } from '../ui/duration.ts'
import { pictureWords } from '../ui/picture-words.ts'
import type { CompletedResult } from '../ui/slide.ts'
import { useOpenPicture } from '../ui/use-open-picture.ts'
import { DownloadLinks } from '../ui/download-links.tsx'
import { Facts } from '../ui/facts.tsx'
import { CardFrame } from './card-frame.tsx'
import { parameterWords } from '../ui/parameter-words.ts'
import { Picture } from './picture.tsx'

export function PictureCard({ job, result }: { job: Job; result: CompletedResult }) {
  const open = useOpenPicture(job)
  const { name, images, provider, durationMs, shortfall, ignored } = result
  const several = images.length > 1

  return (
    <CardFrame
      name={name}
      ratio={job.parameters.aspectRatio}
      picture={
        <div className={several ? `grid grid-cols-2 gap-0.5 ${images.length > 2 ? 'grid-rows-2' : ''}` : 'grid'}>
          {images.map((image) => (
            <Picture
              key={image.url}
              image={image}
              alt={pictureWords({ image, result, job })}
              onOpen={() => open(image)}
            />
          ))}
        </div>
      }
    >
      <Facts
        words={[
          formatDuration(durationMs),
          provider === 'sketch' ? 'sketch, not AI' : costWords(result, images.length),
        ]}
      >
        {!several && <DownloadLinks job={job} result={result} />}
      </Facts>
      {shortfall && (
        <p className="mt-1 text-rose">
          {images.length} of {result.requested}: {shortfall.message}
        </p>
      )}
      {ignored.length > 0 && (
        <p className="mt-1">Not used by this model: {ignored.map((one) => parameterWords[one]).join(', ')}</p>
      )}
    </CardFrame>
  )
}
