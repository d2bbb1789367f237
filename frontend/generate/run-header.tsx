import { isRunning, type Job } from '../../contract/job.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { jobCostWords } from '../ui/cost-words.ts'
import { usePageActions } from '../ui/page-actions.ts'
import { play } from '../ui/sounds.ts'
import { toast } from '../ui/toasts.tsx'
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
      <div className="flex min-h-11 items-center justify-between gap-2 sm:pl-7">
        <p className="text-sm text-soft tabular-nums">{runInWords(job)}</p>
        {running ? <StopButton job={job} /> : <EndedActions job={job} />}
      </div>
      {/* Its place stays, so that the pictures do not move when the run ends. */}
      <div className="mt-2 h-1">{running && <Progress job={job} />}</div>
    </header>
  )
}

function EndedActions({ job }: { job: Job }) {
  const { reuse } = usePageActions()
  return (
    <div className="-mr-2 flex shrink-0 sm:-mr-3">
      <Button look="bare" className="px-2! sm:px-3!" onClick={() => reuse(job)}>
        <Icon name="pencil" className="size-4.5 max-sm:hidden" /> Edit this prompt
      </Button>
      <Button
        look="bare"
        className="px-2! sm:px-3!"
        onClick={() => {
          removeRun(job.jobId)
          toast('Hidden. It stays in the gallery.')
        }}
      >
        Hide
      </Button>
    </div>
  )
}

function Progress({ job: { completedModels, totalModels } }: { job: Job }) {
  return (
    <progress
      className="progress-line"
      aria-label="Models that have finished"
      max={totalModels}
      value={completedModels}
    />
  )
}

function runInWords(job: Job): string {
  const { completedModels, totalModels, results } = job
  if (isRunning(job)) return `${completedModels} of ${totalModels}`
  const count = (status: string) => results.filter((result) => result.status === status).length
  const parts = [
    `${count('completed')} of ${totalModels} painted`,
    count('error') > 0 && `${count('error')} failed`,
    count('cancelled') > 0 && `${count('cancelled')} stopped`,
    jobCostWords(job),
  ]
  return parts.filter(Boolean).join(' · ')
}
