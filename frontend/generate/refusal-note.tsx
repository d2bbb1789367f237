import { useState } from 'react'
import type { Model } from '../../contract/model.ts'
import type { RefusalError } from '../../contract/refusal.ts'
import { formatSeconds } from '../ui/duration.ts'
import { serverClock } from '../ui/server-clock.ts'
import { useSecondsLeft } from '../ui/use-seconds-left.ts'
import { BecauseOf } from './because-of.tsx'
import { fitsNow } from './fitting.ts'
import { OverBudget } from './over-budget.tsx'
import { WithinBudget } from './within-budget.tsx'

type RefusalNoteProps = {
  sending: { state: 'refused'; refusal: RefusalError } | { state: 'unreachable' }
  chosen: readonly Model[]
  images: number | undefined
}

/** Why the run was not started, above the button that tries again. */
export function RefusalNote({ sending, chosen, images = 1 }: RefusalNoteProps) {
  const refusal = sending.state === 'refused' ? sending.refusal : undefined
  const fits = refusal?.code === 'budget_exhausted' && fitsNow(refusal, chosen, images)
  return (
    <div
      role="alert"
      className={`mb-2 animate-arrive rounded-2xl px-4 py-3 text-sm ${fits ? 'bg-sage-tint' : 'bg-rose-tint text-rose'}`}
    >
      {fits ? (
        <WithinBudget leftMicroUsd={refusal.details.leftMicroUsd ?? 0} {...{ chosen, images }} />
      ) : refusal ? (
        <Refused {...{ refusal, chosen, images }} />
      ) : (
        <p>No clear answer came. Nothing is lost: trying again is safe, the run starts once at most.</p>
      )}
    </div>
  )
}

type RefusedProps = { refusal: RefusalError; chosen: readonly Model[]; images: number }

function Refused({ refusal, chosen, images }: RefusedProps) {
  const { code, message, details } = refusal
  const { retryAfterSeconds: seconds, matches = [] } = details
  const isBudget = code === 'budget_exhausted'
  const countdown = seconds !== undefined && (
    <Countdown seconds={seconds} before={isBudget ? 'Renewed in' : 'Again possible in'} />
  )
  if (isBudget) return <OverBudget {...{ refusal, chosen, images }} renewal={countdown} />
  return (
    <>
      <p>{isMarked(refusal) ? marked : message}</p>
      {code === 'unavailable' && <p className="mt-1">Nothing was sent to a provider, so nothing was charged.</p>}
      <BecauseOf matches={matches} />
      {countdown}
    </>
  )
}

const marked = 'Not started yet: please change what is marked above.'

/** Whether all that is wrong stands at its field already. */
const isMarked = ({ code, details: { fields = [] } }: RefusalError) =>
  code === 'invalid_request' &&
  fields.length > 0 &&
  fields.every(({ path }) => /^(?:prompt|models|parameters|maxM)/u.test(path))

function Countdown({ seconds, before }: { seconds: number; before: string }) {
  const [until] = useState(() => serverClock.now() + seconds * 1000)
  const left = useSecondsLeft(until)
  return (
    <p className="mt-1 font-medium tabular-nums" aria-live="off">
      {left > 0
        ? `${before} ${formatSeconds(left)}${left > 60 ? `, ${clockTime(until, left)}` : ''}`
        : 'You can try again now'}
    </p>
  )
}

/** `at 00:00`, or `on 1 December` when that is more than a day away. */
function clockTime(ms: number, left: number): string {
  const time = new Date(ms)
  return left < 86_400
    ? `at ${time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`
    : `on ${time.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}`
}
