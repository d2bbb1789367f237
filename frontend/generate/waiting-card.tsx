import type { Job, Result } from '../../contract/job.ts'
import { formatSeconds } from '../ui/duration.ts'
import { Icon } from '../ui/icon.tsx'
import { useSecondsLeft } from '../ui/use-seconds-left.ts'
import { waitingWords } from '../ui/waiting-words.ts'
import { CardFrame } from './card-frame.tsx'
import { clockIcon } from '../ui/late-icons.ts'

type WaitingCardProps = { job: Job; result: Extract<Result, { status: 'pending' }> }

export function WaitingCard({ job, result }: WaitingCardProps) {
  const { name, retryAt } = result
  return (
    <CardFrame
      name={name}
      ratio={job.parameters.aspectRatio}
      picture={
        <div className="flex flex-col items-start justify-end gap-2 bg-raised p-4 text-soft">
          {retryAt !== undefined && (
            <>
              <Icon name={clockIcon} className="size-6" />
              <p className="text-sm leading-snug font-medium">The provider is busy and asks to wait</p>
            </>
          )}
        </div>
      }
    >
      {retryAt === undefined ? waitingWords(result) : <BusyUntil time={retryAt} />}
    </CardFrame>
  )
}

function BusyUntil({ time }: { time: string }) {
  const left = useSecondsLeft(Date.parse(time))
  return left > 0 ? `Tries again by itself in ${formatSeconds(left)}` : 'Trying again'
}
