import { useMutation } from '@tanstack/react-query'
import type { Result } from '../../contract/job.ts'
import { Button } from './button.tsx'
import { formatSeconds } from './duration.ts'
import { Icon } from './icon.tsx'
import { usePageActions } from './page-actions.ts'
import { play } from './sounds.ts'
import { toast } from './toasts.tsx'
import { useNow } from './use-now.ts'

type RetryButtonProps = { jobId: string; result: Extract<Result, { status: 'error' | 'cancelled' }> }

/** For this one model, unless trying again is vain. When the provider asked for a wait, it counts down first. */
export function RetryButton({ jobId, result }: RetryButtonProps) {
  const { retry } = usePageActions()
  const retrying = useMutation({
    mutationFn: () => retry(jobId, result.model),
    onError: ({ message }) => toast(`${result.name} was not tried again: ${message}`, 'fault'),
  })
  const seconds = result.status === 'error' ? (result.error.retryAfterSeconds ?? 0) : 0
  const leftMs = Date.parse(result.completedAt) + seconds * 1000 - useNow(1000, seconds > 0)
  const wait = retrying.isPending || leftMs > 0
  if (result.status === 'error' && result.error.code === 'retired_model') return null
  return (
    <Button
      className="mt-3 bg-high! px-3!"
      aria-disabled={wait}
      aria-label={leftMs > 0 ? undefined : `Retry ${result.name}`}
      onClick={() => {
        if (wait) return
        retrying.mutate()
        play('click')
      }}
    >
      <Icon name="retry" />
      {leftMs > 0 ? `Retry in ${formatSeconds(Math.ceil(leftMs / 1000))}` : 'Retry'}
    </Button>
  )
}
