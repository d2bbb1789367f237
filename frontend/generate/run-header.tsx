import { useId, useState } from 'react'
import { isRunning, type Job } from '../../contract/job.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { usePageActions } from '../ui/page-actions.ts'
import { Receipt } from '../ui/receipt.tsx'
import { play } from '../ui/sounds.ts'
import { toast } from '../ui/toasts.tsx'
import { RunSummary } from './run-summary.tsx'
import { removeRun } from './runs.ts'
import { StopButton } from './stop-button.tsx'
import { stopWords } from './stop-words.ts'
import { pencilIcon } from '../ui/late-icons.ts'

type RunHeaderProps = { job: Job; open: boolean; cardsId: string; onFold: () => void }

export function RunHeader({ job, open, cardsId, onFold }: RunHeaderProps) {
  const running = isRunning(job)
  const stopped = stopWords(job)
  const [billed, setBilled] = useState(false)
  const receiptId = useId()
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
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-2 sm:pl-7">
        <RunSummary job={job} open={billed} receiptId={receiptId} onToggle={() => setBilled(!billed)} />
        {running ? !job.readOnly && <StopButton job={job} /> : <EndedActions job={job} />}
      </div>
      {stopped !== undefined && <p className="mt-1 text-sm text-soft sm:pl-7">{stopped}</p>}
      <div id={receiptId} className="sm:pl-7">
        {billed && !running && <Receipt job={job} className="my-2 animate-arrive" />}
      </div>
      {/* Its place stays, so that the pictures do not move when the run ends. */}
      <div className="mt-2 h-1">{running && <Progress job={job} />}</div>
    </header>
  )
}

function EndedActions({ job }: { job: Job }) {
  const { reuse } = usePageActions()
  return (
    <div className="-mr-2 ml-auto flex shrink-0 sm:-mr-3">
      <Button look="bare" className="px-2! sm:px-3!" onClick={() => reuse(job)}>
        <Icon name={pencilIcon} className="size-4.5 max-sm:hidden" /> Edit this prompt
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
