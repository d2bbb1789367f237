import type { Job, Result } from '../../contract/job.ts'
import { CancelledCard } from './cancelled-card.tsx'
import { FailedCard } from './failed-card.tsx'
import { PaintingCard } from './painting-card.tsx'
import { PictureCard } from './picture-card.tsx'
import { WaitingCard } from './waiting-card.tsx'

/** One model's share of a job, as it stands. */
export function ResultCard({ job, result }: { job: Job; result: Result }) {
  switch (result.status) {
    case 'pending':
      return <WaitingCard job={job} result={result} />
    case 'in_progress':
      return <PaintingCard job={job} result={result} />
    case 'completed':
      return <PictureCard job={job} result={result} />
    case 'error':
      return <FailedCard job={job} result={result} />
    case 'cancelled':
      return <CancelledCard job={job} result={result} />
  }
}
