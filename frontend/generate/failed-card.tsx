import type { Job, Result } from '../../contract/job.ts'
import { chargeSentence } from '../ui/cost-words.ts'
import { Icon } from '../ui/icon.tsx'
import { RetryButton } from '../ui/retry-button.tsx'
import { CardFrame } from './card-frame.tsx'
import { failureWords } from './failure-words.ts'

type FailedCardProps = { job: Job; result: Extract<Result, { status: 'error' }> }

export function FailedCard({ job, result }: FailedCardProps) {
  const { name, error } = result
  return (
    <CardFrame
      name={name}
      ratio={job.parameters.aspectRatio}
      picture={
        <div className="flex flex-col items-start justify-end gap-2 bg-linear-to-t from-rose-tint to-raised p-4">
          <Icon name="alert" className="size-6 text-rose" />
          <p className="text-sm leading-snug font-medium text-rose">{failureWords[error.code]}</p>
        </div>
      }
    >
      <p>{error.message}</p>
      <p className="mt-1">{chargeSentence(result)}</p>
      <RetryButton job={job} result={result} />
    </CardFrame>
  )
}
