import { useState } from 'react'
import type { GenerateRequest } from '../../contract/generate.ts'
import { RefusalError } from '../../contract/refusal.ts'
import { startJob } from '../api.ts'
import { announce } from '../ui/announcer.tsx'
import { scrollBehavior } from '../ui/scroll.ts'
import { play } from '../ui/sounds.ts'
import { newIdempotencyKey } from './idempotency-key.ts'
import { refreshModels } from './models.ts'
import { addRun } from './runs.ts'

type Sending =
  | { state: 'ready' }
  | { state: 'sending' }
  | { state: 'refused'; refusal: RefusalError; models: readonly string[] }
  /** It is not known whether the server took it: sent again with the same key, it starts once at most. */
  | { state: 'unreachable'; body: string; key: string }

/** Sends a run once per click. */
export function useGenerate() {
  const [sending, setSending] = useState<Sending>({ state: 'ready' })

  async function send(request: GenerateRequest): Promise<void> {
    if (sending.state === 'sending') return
    const body = JSON.stringify(request)
    const key = sending.state === 'unreachable' && sending.body === body ? sending.key : newIdempotencyKey()
    setSending({ state: 'sending' })
    play('swoosh')
    try {
      // The code that shows runs is fetched while the server answers.
      const [job, { receiveJob }] = await Promise.all([startJob(request, key), import('./receive-job.ts')])
      receiveJob(job)
      addRun(job.jobId)
      bringIntoView()
      setSending({ state: 'ready' })
      announce(job.totalModels === 1 ? '1 model is painting' : `${job.totalModels} models are painting`)
    } catch (error) {
      play('failed')
      if (!(error instanceof RefusalError)) return setSending({ state: 'unreachable', body, key })
      setSending({ state: 'refused', refusal: error, models: request.models ?? [] })
      // A price or a switch may be another by now.
      refreshModels()
    }
  }

  return { sending, send }
}

/** On a phone the pictures appear below the form. */
function bringIntoView(): void {
  const runs = document.querySelector('#runs')
  if (runs && runs.getBoundingClientRect().top > innerHeight / 2) runs.scrollIntoView({ behavior: scrollBehavior() })
}
