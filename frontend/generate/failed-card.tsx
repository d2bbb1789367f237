import type { Job, Result } from '../../contract/job.ts'
import { Icon } from '../ui/icon.tsx'
import { formatMoney } from '../ui/money.ts'
import { RetryButton } from '../ui/retry-button.tsx'
import { CardFrame } from './card-frame.tsx'
import { failureWords } from './failure-words.ts'

type FailedCardProps = { job: Job; result: Extract<Result, { status: 'error' }> }

export function FailedCard({ job, result }: FailedCardProps) {
  const { name, error, costCertain, costMicroUsd } = result
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
      {!costCertain && <p className="mt-1">It may have been charged.</p>}
      {costCertain && costMicroUsd !== null && costMicroUsd > 0 && (
        <p className="mt-1">It cost {formatMoney(costMicroUsd)}.</p>
      )}
      <RetryButton jobId={job.jobId} result={result} />
    </CardFrame>
  )
}
