import { useMutation } from '@tanstack/react-query'
import type { Result } from '../../contract/job.ts'
import { Button } from './button.tsx'
import { formatSeconds } from './duration.ts'
import { Icon } from './icon.tsx'
import { usePageActions } from './page-actions.ts'
import { play } from './sounds.ts'
import { toast } from './toasts.tsx'
import { useSecondsLeft } from './use-seconds-left.ts'

type RetryButtonProps = { jobId: string; result: Extract<Result, { status: 'error' | 'cancelled' }> }

/** For this one model, unless trying again is vain. When the provider asked for a wait, it counts down first. */
export function RetryButton({ jobId, result }: RetryButtonProps) {
  const { retry } = usePageActions()
  const retrying = useMutation({
    mutationFn: () => retry(jobId, result.model),
    onError: ({ message }) => toast(`${result.name} was not tried again: ${message}`, 'fault'),
  })
  const seconds = result.status === 'error' ? (result.error.retryAfterSeconds ?? 0) : 0
  const until = seconds === 0 ? 0 : Date.parse(result.completedAt) + seconds * 1000
  // Never longer than was asked for, should the clocks not agree.
  const left = Math.min(seconds, useSecondsLeft(until))
  const wait = retrying.isPending || left > 0
  if (result.status === 'error' && result.error.code === 'retired_model') return null
  return (
    <Button
      className="mt-3 bg-high! px-3!"
      aria-disabled={wait}
      aria-label={left > 0 ? undefined : `Retry ${result.name}`}
      onClick={() => {
        if (wait) return
        retrying.mutate()
        play('click')
      }}
    >
      <Icon name="retry" />
      {left > 0 ? `Retry in ${formatSeconds(left)}` : 'Retry'}
    </Button>
  )
}
