import type { RefusalError } from '../../contract/refusal.ts'
import { formatSeconds } from '../ui/duration.ts'
import { serverClock } from '../ui/server-clock.ts'
import { useSecondsLeft } from '../ui/use-seconds-left.ts'
import { useState } from 'react'

type RefusalNoteProps = { sending: { state: 'refused'; refusal: RefusalError } | { state: 'unreachable' } }

/** Why the run was not started, above the button that tries again. */
export function RefusalNote({ sending }: RefusalNoteProps) {
  return (
    <div role="alert" className="mb-2 animate-arrive rounded-2xl bg-rose-tint px-4 py-3 text-sm text-rose">
      {sending.state === 'refused' ? (
        <Refused refusal={sending.refusal} />
      ) : (
        <p>No clear answer came. Nothing is lost: trying again is safe, the run starts once at most.</p>
      )}
    </div>
  )
}

function Refused({ refusal: { message, details } }: { refusal: RefusalError }) {
  return (
    <>
      <p>{message}</p>
      {details.matches && details.matches.length > 0 && (
        <p className="mt-1">Because of: {details.matches.map((match) => `“${match}”`).join(', ')}</p>
      )}
      {details.retryAfterSeconds !== undefined && <Countdown seconds={details.retryAfterSeconds} />}
    </>
  )
}

function Countdown({ seconds }: { seconds: number }) {
  const [until] = useState(() => serverClock.now() + seconds * 1000)
  const left = useSecondsLeft(until)
  return (
    <p className="mt-1 font-medium tabular-nums" aria-live="off">
      {left > 0 ? `Again possible in ${formatSeconds(left)}` : 'You can try again now'}
    </p>
  )
}
