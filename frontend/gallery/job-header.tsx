import { Suspense, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { isRunning, type Job } from '../../contract/job.ts'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { jobCostWords } from '../ui/cost-words.ts'
import { Icon } from '../ui/icon.tsx'
import { lazyPart } from '../ui/lazy-part.tsx'
import { usePageActions } from '../ui/page-actions.ts'
import { Receipt } from '../ui/receipt.tsx'
import { relativeTime } from '../ui/relative-time.ts'
import { slidesOf } from '../ui/slide.ts'
import { toast } from '../ui/toasts.tsx'
import { useNow } from '../ui/use-now.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { parameterWords, statusWords } from './job-words.ts'
import { useDeleteJob } from './use-delete-job.ts'
import { copyIcon, pencilIcon, shareIcon, trashIcon } from '../ui/late-icons.ts'

const ShareDialog = lazyPart(async () => (await import('./share-dialog.tsx')).ShareDialog)

export function JobHeader({ job }: { job: Job }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // A new screen begins at its top, with its heading read out.
  useEffect(() => heading.current?.focus(), [])
  return (
    <header className="mb-8">
      <h1
        ref={heading}
        tabIndex={-1}
        className={`max-w-5xl scroll-mt-24 font-semibold tracking-tight whitespace-pre-line outline-none ${sizeFor(job.prompt)}`}
      >
        {job.prompt}
      </h1>
      <JobFacts job={job} />
      <JobActions job={job} />
      <Receipt job={job} className="mt-5" />
    </header>
  )
}

const sizeFor = (prompt: string) =>
  prompt.length <= 120 ? 'text-2xl sm:text-3xl' : prompt.length <= 320 ? 'text-xl sm:text-2xl' : 'text-base sm:text-lg'

function JobFacts({ job }: { job: Job }) {
  const now = useNow(30_000)
  const facts = [...(job.readOnly ? ['somebody else’s'] : []), statusWords(job), jobCostWords(job)]
  return (
    <div className="mt-3 text-sm text-soft">
      <p>
        <time dateTime={job.createdAt}>
          {new Date(job.createdAt).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })},{' '}
          {relativeTime(job.createdAt, now)}
        </time>
      </p>
      <ul aria-label="About this run" className="mt-3 flex flex-wrap gap-2">
        {[...facts, ...parameterWords(job.parameters)].map((words) => (
          <li key={words} className="rounded-full bg-raised px-3 py-1 text-text">
            {words}
          </li>
        ))}
      </ul>
    </div>
  )
}

function JobActions({ job }: { job: Job }) {
  const { reuse } = usePageActions()
  const [, navigate] = useLocation()
  const deleteJob = useDeleteJob()
  const [asking, setAsking] = useState(false)
  const [sharing, setSharing] = useState(false)
  return (
    <div className="mt-5 flex flex-wrap gap-2">
      <Button look="main" className="max-sm:px-3!" onClick={() => reuse(job)}>
        <Icon name={pencilIcon} className="size-4 max-sm:hidden" />
        Edit this prompt
      </Button>
      <Button className="max-sm:px-3!" onClick={() => void copy(job.prompt)}>
        <Icon name={copyIcon} className="size-4 max-sm:hidden" />
        Copy prompt
      </Button>
      {!job.readOnly && slidesOf(job).length > 0 && (
        <Button className="max-sm:px-3!" onClick={() => setSharing(true)}>
          <Icon name={shareIcon} className="size-4 max-sm:hidden" />
          Share
        </Button>
      )}
      {!job.readOnly && (
        <Button look="bare" className="max-sm:px-3!" onClick={() => setAsking(true)}>
          <Icon name={trashIcon} className="size-4 max-sm:hidden" />
          {isRunning(job) ? 'Stop and delete' : 'Delete'}
        </Button>
      )}
      {sharing && (
        <Suspense>
          <ShareDialog jobId={job.jobId} onClose={() => setSharing(false)} />
        </Suspense>
      )}
      {asking && (
        <DeleteDialog
          id={job.jobId}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            deleteJob(job.jobId)
            navigate('/gallery')
          }}
        />
      )}
    </div>
  )
}

async function copy(prompt: string): Promise<void> {
  if ((await copyText(prompt)) === 'copied') toast('Prompt copied')
  else toast('The browser does not allow copying here. Select the prompt instead.', 'fault')
}
