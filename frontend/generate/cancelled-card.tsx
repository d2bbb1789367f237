import type { Job, Result } from '../../contract/job.ts'
import { chargeSentence } from '../ui/cost-words.ts'
import { Icon } from '../ui/icon.tsx'
import { RetryButton } from '../ui/retry-button.tsx'
import { CardFrame } from './card-frame.tsx'
import { stopIcon } from '../ui/late-icons.ts'

type CancelledCardProps = { job: Job; result: Extract<Result, { status: 'cancelled' }> }

export function CancelledCard({ job, result }: CancelledCardProps) {
  return (
    <CardFrame
      name={result.name}
      ratio={job.parameters.aspectRatio}
      picture={
        <div className="flex flex-col items-start justify-end gap-2 bg-raised p-4 text-soft">
          <Icon name={stopIcon} className="size-6" />
          <p className="text-sm leading-snug font-medium">{outcomes[result.outcome]}</p>
        </div>
      }
    >
      <p>{chargeSentence(result)}</p>
      <RetryButton job={job} result={result} />
    </CardFrame>
  )
}

const outcomes = {
  not_started: 'Stopped before it had started',
  stopped: 'Stopped after it was sent to the provider',
} as const
