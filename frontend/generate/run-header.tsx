import { isRunning, type Job } from '../../contract/job.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { formatMoney } from '../ui/money.ts'
import { usePageActions } from '../ui/page-actions.ts'
import { play } from '../ui/sounds.ts'
import { removeRun } from './runs.ts'
import { StopButton } from './stop-button.tsx'

type RunHeaderProps = { job: Job; open: boolean; cardsId: string; onFold: () => void }

export function RunHeader({ job, open, cardsId, onFold }: RunHeaderProps) {
  const running = isRunning(job)
  return (
    <header>
      <h2 id={`${cardsId}-title`}>
        <button
          type="button"
          className="flex min-h-11 w-full items-center gap-2 rounded-xl text-left text-lg leading-snug font-semibold tracking-tight"
          aria-expanded={open}
          aria-controls={cardsId}
          onClick={() => {
            onFold()
            play('expand')
          }}
        >
          <Icon name="down" className={`size-5 text-soft transition ${open ? '' : '-rotate-90'}`} />
          <span className="line-clamp-2">{job.prompt}</span>
        </button>
      </h2>
      <div className="flex min-h-11 items-center justify-between gap-2 pl-7">
        <p className="text-sm text-soft tabular-nums">{runInWords(job)}</p>
        {running ? <StopButton job={job} /> : <EndedActions job={job} />}
      </div>
      {running && <Progress job={job} />}
    </header>
  )
}

function EndedActions({ job }: { job: Job }) {
  const { reuse } = usePageActions()
  return (
    <div className="-mr-3 flex shrink-0">
      <Button look="bare" className="px-3!" onClick={() => reuse(job)}>
        <Icon name="retry" /> Use again
      </Button>
      <IconButton
        icon="close"
        label="Put this run away; it stays in the gallery"
        onClick={() => removeRun(job.jobId)}
      />
    </div>
  )
}

function Progress({ job: { completedModels, totalModels } }: { job: Job }) {
  return (
    <progress
      className="progress-line mt-2"
      aria-label="Models that have finished"
      max={totalModels}
      value={completedModels}
    />
  )
}

function runInWords(job: Job): string {
  const { completedModels, totalModels, results, settledMicroUsd, estimatedMicroUsd } = job
  if (isRunning(job)) return `${completedModels} of ${totalModels}`
  const count = (status: string) => results.filter((result) => result.status === status).length
  const parts = [
    `${count('completed')} of ${totalModels} painted`,
    count('error') > 0 && `${count('error')} failed`,
    count('cancelled') > 0 && `${count('cancelled')} stopped`,
    estimatedMicroUsd === null && settledMicroUsd === 0 ? formatMoney(null) : formatMoney(settledMicroUsd),
  ]
  return parts.filter(Boolean).join(' · ')
}
