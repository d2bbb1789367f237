import { useMutation } from '@tanstack/react-query'
import type { Job, Result } from '../../contract/job.ts'
import { Button } from './button.tsx'
import { formatSeconds } from './duration.ts'
import { Icon } from './icon.tsx'
import { useKnownModel } from './known-models.ts'
import { formatMoney } from './money.ts'
import { usePageActions } from './page-actions.ts'
import { play } from './sounds.ts'
import { toast } from './toasts.tsx'
import { useSecondsLeft } from './use-seconds-left.ts'

type RetryButtonProps = {
  job: Pick<Job, 'jobId' | 'readOnly'>
  result: Extract<Result, { status: 'error' | 'cancelled' }>
}

/** For this one model and with its price, unless trying again is vain or not one’s own to do. When the provider asked for a wait, it counts down first. */
export function RetryButton({ job, result }: RetryButtonProps) {
  const { retry } = usePageActions()
  const retrying = useMutation({
    mutationFn: () => retry(job.jobId, result.model),
    onError: ({ message }) => toast(`${result.name} was not tried again: ${message}`, 'fault'),
  })
  const seconds = result.status === 'error' ? (result.error.retryAfterSeconds ?? 0) : 0
  const until = seconds === 0 ? 0 : Date.parse(result.completedAt) + seconds * 1000
  // Never longer than was asked for, should the clocks not agree.
  const left = Math.min(seconds, useSecondsLeft(until))
  const wait = retrying.isPending || left > 0
  const model = useKnownModel(result.model)
  if (job.readOnly || (result.status === 'error' && result.error.code === 'retired_model')) return null
  if (model?.switchedOff) return <p className="mt-2">Switched off by the operator: no retry for now.</p>
  return (
    <Button
      className="relative mt-3 gap-1.5! bg-high! px-2.5! text-left sm:gap-2! sm:px-3!"
      aria-disabled={wait}
      onClick={() => {
        if (wait) return
        retrying.mutate()
        play('click')
      }}
    >
      <Icon name="retry" className="size-4 sm:size-5" />
      {left > 0 ? (
        `Retry in ${formatSeconds(left)}`
      ) : (
        <span>
          Retry <span className="sr-only">{result.name}</span>
          {priceWords(model?.priceMicroUsd, result.requested)}
        </span>
      )}
    </Button>
  )
}

/** What is free need not say so. */
const priceWords = (priceMicroUsd: number | null | undefined, images: number): string =>
  priceMicroUsd === undefined || priceMicroUsd === 0
    ? ''
    : ` · ${formatMoney(priceMicroUsd === null ? null : priceMicroUsd * images)}`
