import { Fragment } from 'react'
import type { Image } from '../../contract/image.ts'
import type { Job } from '../../contract/job.ts'
import type { ParameterName } from '../../contract/parameters.ts'
import { formatDuration } from '../ui/duration.ts'
import { formatMoney } from '../ui/money.ts'
import { usePageActions } from '../ui/page-actions.ts'
import { type CompletedResult, slidesOf } from '../ui/slide.ts'
import { CardFrame } from './card-frame.tsx'
import { Picture } from './picture.tsx'

export function PictureCard({ job, result }: { job: Job; result: CompletedResult }) {
  const { openSlides } = usePageActions()
  const { name, images, provider, durationMs, shortfall, ignored } = result
  const several = images.length > 1

  function open(image: Image) {
    const slides = slidesOf(job)
    openSlides(
      slides,
      slides.findIndex((slide) => slide.image === image),
    )
  }

  return (
    <CardFrame
      name={name}
      ratio={job.parameters.aspectRatio}
      picture={
        <div className={several ? `grid grid-cols-2 gap-0.5 ${images.length > 2 ? 'grid-rows-2' : ''}` : 'grid'}>
          {images.map((image, place) => (
            <Picture
              key={image.url}
              image={image}
              alt={`${name}${several ? `, ${place + 1} of ${images.length}` : ''}: ${job.prompt.slice(0, 120)}`}
              onOpen={() => open(image)}
            />
          ))}
        </div>
      }
    >
      <p>
        {[formatDuration(durationMs), cost(result), provider === 'sketch' && 'sketch, not AI']
          .filter((part) => part !== false)
          .map((part, place) => (
            <Fragment key={part}>
              {place > 0 && ' · '}
              <span className="whitespace-nowrap">{part}</span>
            </Fragment>
          ))}
      </p>
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

const cost = ({ costMicroUsd, costCertain }: CompletedResult): string =>
  `${costCertain || costMicroUsd === null ? '' : 'about '}${formatMoney(costMicroUsd)}`

const parameterWords = {
  steps: 'steps',
  guidance: 'guidance',
  aspectRatio: 'shape',
  seed: 'seed',
  negativePrompt: 'negative prompt',
  imagesPerModel: 'pictures per model',
} as const satisfies Record<ParameterName, string>
