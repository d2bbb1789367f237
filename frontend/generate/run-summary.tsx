import { isRunning, type Job } from '../../contract/job.ts'
import { jobCostWords } from '../ui/cost-words.ts'
import { Icon } from '../ui/icon.tsx'
import { receiptLines } from '../ui/receipt-lines.ts'
import { play } from '../ui/sounds.ts'

type RunSummaryProps = { job: Job; open: boolean; receiptId: string; onToggle: () => void }

/** How far a run is and what it costs; when it has ended and cost something, it unfolds the receipt. */
export function RunSummary({ job, open, receiptId, onToggle }: RunSummaryProps) {
  const words = runInWords(job)
  if (isRunning(job) || receiptLines(job).length === 0) return <p className="text-sm text-soft tabular-nums">{words}</p>
  return (
    <button
      type="button"
      className="-ml-2 inline-flex min-h-11 items-center gap-1 rounded-xl px-2 text-left text-sm text-soft tabular-nums transition hover:bg-raised hover:text-text"
      aria-expanded={open}
      aria-controls={receiptId}
      onClick={() => {
        onToggle()
        play('expand')
      }}
    >
      {words}
      <span className="sr-only">, receipt</span>
      <Icon name="down" className={`size-4 transition ${open ? 'rotate-180' : ''}`} />
    </button>
  )
}

function runInWords(job: Job): string {
  const { completedModels, totalModels, results } = job
  if (isRunning(job)) {
    const progress = `${completedModels} of ${totalModels} done`
    return job.estimatedMicroUsd === 0 ? progress : `${progress} · ${jobCostWords(job)}`
  }
  const count = (status: string) => results.filter((result) => result.status === status).length
  const parts = [
    `${count('completed')} of ${totalModels} painted`,
    count('error') > 0 && `${count('error')} failed`,
    count('cancelled') > 0 && `${count('cancelled')} stopped`,
    jobCostWords(job),
  ]
  return parts.filter(Boolean).join(' · ')
}
