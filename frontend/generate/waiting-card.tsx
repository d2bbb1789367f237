import type { Job, Result } from '../../contract/job.ts'
import { formatSeconds } from '../ui/duration.ts'
import { useNow } from '../ui/use-now.ts'
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
  const leftMs = Date.parse(time) - useNow(1000)
  return leftMs > 0 ? `Busy, tries again in ${formatSeconds(Math.ceil(leftMs / 1000))}` : 'Trying again'
}
