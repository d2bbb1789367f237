import { useQuery } from '@tanstack/react-query'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { slidesOf } from '../ui/slide.ts'
import { galleryJob } from './gallery-queries.ts'
import { count, shortPrompt } from './job-words.ts'
import { isRunning, type Job } from '../../contract/job.ts'

type DeleteDialogProps = { id: string; onConfirm: () => void; onClose: () => void }

export function DeleteDialog({ id, onConfirm, onClose }: DeleteDialogProps) {
  const job = useQuery(galleryJob(id)).data
  return (
    <Dialog title="Delete this job?" onClose={onClose} className="max-w-md">
      <p className="text-soft">{job === undefined ? 'Deletes it and all its pictures for good.' : words(job)}</p>
      {job && <p className="mt-3 line-clamp-2 border-l-2 border-high pl-3 text-sm">{shortPrompt(job.prompt)}</p>}
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button look="bare" onClick={onClose}>
          Keep it
        </Button>
        <Button
          className="bg-rose-tint font-semibold text-rose hover:bg-rose-tint hover:ring-2 hover:ring-rose"
          onClick={onConfirm}
        >
          Delete for good
        </Button>
      </div>
    </Dialog>
  )
}

function words(job: Job): string {
  const pictures = slidesOf(job).length
  if (isRunning(job))
    return 'It is still being painted. Stops it and deletes it for good; what was sent may be charged.'
  return pictures === 0 ? 'It has no pictures. Deletes it for good.' : `Deletes ${count(pictures, 'picture')} for good.`
}
