import type { GenerateRequest } from '../../contract/generate.ts'
import type { Job } from '../../contract/job.ts'
import { RefusalError } from '../../contract/refusal.ts'
import { ServerUnreachable, startJob, UnexpectedAnswer } from '../api.ts'
import { announce } from '../ui/announcer.tsx'
import { patiently } from '../ui/patiently.ts'
import { scrollBehavior } from '../ui/scroll.ts'
import { play } from '../ui/sounds.ts'
import { createStore } from '../ui/store.ts'
import { draft } from './draft.ts'
import { newIdempotencyKey } from './idempotency-key.ts'
import { refreshModels } from './models.ts'
import { addRun } from './runs.ts'

type Sending =
  | { state: 'ready' }
  | { state: 'sending' }
  | { state: 'refused'; refusal: RefusalError; models: readonly string[] }
  /** It is not known whether the server took it: sent again with the same key, it starts once at most. */
  | { state: 'unreachable'; body: string; key: string }

const ready = { state: 'ready' } as const

/** What has become of the form since Generate was pressed. Outlives the screen, as the form does. */
export const sending = createStore<Sending>(ready)

// What was refused is no longer what stands in the form; a wait that was asked for still is to be waited, and a budget
// still is what it is.
draft.subscribe(() => {
  const now = sending.get()
  if (now.state !== 'refused') return
  const { code, details } = now.refusal
  if (details.retryAfterSeconds === undefined && code !== 'budget_exhausted') sending.set(ready)
})

/** Sends a run once per click. */
export async function send(request: GenerateRequest): Promise<void> {
  const before = sending.get()
  if (before.state === 'sending') return
  const body = JSON.stringify(request)
  const key = before.state === 'unreachable' && before.body === body ? before.key : newIdempotencyKey()
  sending.set({ state: 'sending' })
  play('swoosh')
  // The code that shows runs is fetched while the server answers. If it does not come now, `show` asks again.
  showsJobs().catch(() => {})
  try {
    await show(await startJob(request, key))
    sending.set(ready)
  } catch (error) {
    play('failed')
    if (error instanceof RefusalError) return refused(error, request)
    const unknown = error instanceof ServerUnreachable || error instanceof UnexpectedAnswer
    sending.set(unknown ? { state: 'unreachable', body, key } : ready)
    if (!unknown) throw error
  }
}

function refused(refusal: RefusalError, { models = [] }: GenerateRequest): void {
  sending.set({ state: 'refused', refusal, models })
  // A price or a switch may be another by now.
  refreshModels()
}

const showsJobs = () => import('./receive-job.ts')

async function show(job: Job): Promise<void> {
  const { receiveJob } = await patiently(showsJobs)
  receiveJob(job)
  addRun(job.jobId)
  bringIntoView()
  announce(job.totalModels === 1 ? '1 model is painting' : `${job.totalModels} models are painting`)
}

/** On a phone the pictures appear below the form. */
function bringIntoView(): void {
  const runs = document.querySelector('#runs')
  if (runs && runs.getBoundingClientRect().top > innerHeight / 2) runs.scrollIntoView({ behavior: scrollBehavior() })
}
