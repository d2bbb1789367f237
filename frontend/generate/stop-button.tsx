import { useMutation } from '@tanstack/react-query'
import type { Job } from '../../contract/job.ts'
import { cancelJob } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { play } from '../ui/sounds.ts'
import { toast } from '../ui/toasts.tsx'
import { receiveJob } from './receive-job.ts'
import { rememberStop, takeStop } from './stops.ts'
import { stopIcon } from '../ui/late-icons.ts'

/** Of a running job. What was sent already may take a moment to end, and each card says how it ended. */
export function StopButton({ job }: { job: Job }) {
  const stop = useMutation({
    mutationFn: () => {
      rememberStop(job.jobId)
      return cancelJob(job.jobId)
    },
    onSuccess: receiveJob,
    onError({ message }) {
      takeStop(job.jobId)
      toast(`Not stopped: ${message}`, 'fault')
    },
  })
  const stopping = stop.isPending || stop.isSuccess
  return (
    <Button
      aria-disabled={stopping}
      onClick={() => {
        if (stopping) return
        stop.mutate()
        play('click')
      }}
    >
      <Icon name={stopIcon} /> {stopping ? 'Stopping…' : 'Stop'}
    </Button>
  )
}
