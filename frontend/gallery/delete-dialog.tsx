import { useQuery } from '@tanstack/react-query'
import { isRunning, type Job } from '../../contract/job.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { slidesOf } from '../ui/slide.ts'
import { galleryJob } from './gallery-queries.ts'
import { count, shortPrompt } from './job-words.ts'

type DeleteDialogProps = { id: string; onConfirm: () => void; onClose: () => void }

export function DeleteDialog({ id, onConfirm, onClose }: DeleteDialogProps) {
  const job = useQuery(galleryJob(id)).data
  return (
    <Dialog title={question(job)} onClose={onClose} className="max-w-md">
      {job && <p className="mb-3 line-clamp-2 border-l-2 border-high pl-3 text-sm">{shortPrompt(job.prompt)}</p>}
      <p className="text-soft">
        {job && isRunning(job) && 'It is still being painted. It is stopped, and what was sent may be charged. '}
        This cannot be undone.
      </p>
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="danger" onClick={onConfirm}>
          Delete
        </Button>
      </div>
    </Dialog>
  )
}

function question(job: Job | undefined): string {
  const pictures = job && !isRunning(job) ? slidesOf(job).length : 0
  if (pictures === 0) return 'Delete this run?'
  return pictures === 1 ? 'Delete this picture?' : `Delete these ${count(pictures, 'picture')}?`
}
