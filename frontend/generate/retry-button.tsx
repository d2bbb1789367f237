import { useMutation } from '@tanstack/react-query'
import type { Result } from '../../contract/job.ts'
import { retryResult } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { formatSeconds } from '../ui/duration.ts'
import { Icon } from '../ui/icon.tsx'
import { play } from '../ui/sounds.ts'
import { toast } from '../ui/toasts.tsx'
import { useNow } from '../ui/use-now.ts'
import { receiveJob } from './receive-job.ts'

type RetryButtonProps = { jobId: string; result: Extract<Result, { status: 'error' | 'cancelled' }> }

/** For this one model. When the provider asked for a wait, it counts down first. */
export function RetryButton({ jobId, result }: RetryButtonProps) {
  const retry = useMutation({
    mutationFn: () => retryResult(jobId, result.model),
    onSuccess: receiveJob,
    onError: ({ message }) => toast(`${result.name} was not tried again: ${message}`, 'fault'),
  })
  const seconds = result.status === 'error' ? (result.error.retryAfterSeconds ?? 0) : 0
  const readyAt = Date.parse(result.completedAt) + seconds * 1000
  const leftMs = readyAt - useNow(1000, seconds > 0)
  const wait = retry.isPending || leftMs > 0
  return (
    <Button
      className="mt-3 bg-high! px-3!"
      aria-disabled={wait}
      aria-label={leftMs > 0 ? undefined : `Retry ${result.name}`}
      onClick={() => {
        if (wait) return
        retry.mutate()
        play('click')
      }}
    >
      <Icon name="retry" />
      {leftMs > 0 ? `Retry in ${formatSeconds(Math.ceil(leftMs / 1000))}` : 'Retry'}
    </Button>
  )
}
