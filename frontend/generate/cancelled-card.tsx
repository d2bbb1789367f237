import type { Job, Result } from '../../contract/job.ts'
import { Icon } from '../ui/icon.tsx'
import { RetryButton } from '../ui/retry-button.tsx'
import { CardFrame } from './card-frame.tsx'

type CancelledCardProps = { job: Job; result: Extract<Result, { status: 'cancelled' }> }

export function CancelledCard({ job, result }: CancelledCardProps) {
  return (
    <CardFrame
      name={result.name}
      ratio={job.parameters.aspectRatio}
      picture={
        <div className="flex flex-col items-start justify-end gap-2 bg-raised p-4 text-soft">
          <Icon name="stop" className="size-6" />
          <p className="text-sm font-medium">Stopped</p>
        </div>
      }
    >
      <p>{outcomes[result.outcome]}</p>
      {result.outcome === 'stopped' && !result.costCertain && <p className="mt-1">It may have been charged.</p>}
      <RetryButton jobId={job.jobId} result={result} />
    </CardFrame>
  )
}

const outcomes = {
  not_started: 'It had not started, and costs nothing.',
  stopped: 'The request was already with the provider.',
} as const
