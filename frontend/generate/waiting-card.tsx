import type { Job, Result } from '../../contract/job.ts'
import { formatSeconds } from '../ui/duration.ts'
import { useSecondsLeft } from '../ui/use-seconds-left.ts'
import { CardFrame } from './card-frame.tsx'

type WaitingCardProps = { job: Job; result: Extract<Result, { status: 'pending' }> }

export function WaitingCard({ job, result: { name, retryAt } }: WaitingCardProps) {
  return (
    <CardFrame name={name} ratio={job.parameters.aspectRatio} picture={<div className="bg-raised" />}>
      {retryAt === undefined ? 'Waiting for its turn' : <BusyUntil time={retryAt} />}
    </CardFrame>
  )
}

function BusyUntil({ time }: { time: string }) {
  const left = useSecondsLeft(Date.parse(time))
  return left > 0 ? `Busy, tries again in ${formatSeconds(left)}` : 'Trying again'
}
