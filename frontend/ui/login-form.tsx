import { type FormEvent, useId, useRef, useState } from 'react'
import { RefusalError } from '../../contract/refusal.ts'
import { maxPasswordLength } from '../../contract/session.ts'
import { Button } from './button.tsx'
import { formatSeconds } from './duration.ts'
import { serverClock } from './server-clock.ts'
import { useSecondsLeft } from './use-seconds-left.ts'

type LoginFormProps = { label: string; logIn: (password: string) => Promise<unknown>; onDone: () => void }
type Attempt = { state: 'ready' | 'asking' } | { state: 'refused'; message: string; waitSeconds: number }

/** Asks for a password, once at a time, and no sooner than the server lets one try again. */
export function LoginForm({ label, logIn, onDone }: LoginFormProps) {
  const [attempt, setAttempt] = useState<Attempt>({ state: 'ready' })
  const [until, setUntil] = useState(0)
  const [isShown, show] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  // Never longer than was asked for, should the clocks not agree.
  const left = Math.min(attempt.state === 'refused' ? attempt.waitSeconds : 0, useSecondsLeft(until))
  const mustWait = attempt.state === 'asking' || left > 0

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const password = field.current?.value ?? ''
    if (mustWait || password === '') return
    setAttempt({ state: 'asking' })
    try {
      await logIn(password)
      onDone()
    } catch (error) {
      const waitSeconds = error instanceof RefusalError ? (error.details.retryAfterSeconds ?? 0) : 0
      setAttempt({ state: 'refused', message: error instanceof Error ? error.message : String(error), waitSeconds })
      setUntil(serverClock.now() + waitSeconds * 1000)
      field.current?.select()
    }
  }

  return (
    <form className="mt-6" onSubmit={(event) => void submit(event)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="mt-1.5 flex gap-2">
        <input
          ref={field}
          id={id}
          type={isShown ? 'text' : 'password'}
          name="password"
          autoComplete="current-password"
          maxLength={maxPasswordLength}
          required
          aria-invalid={attempt.state === 'refused'}
          aria-describedby={`${id}-fault`}
          className="min-h-11 w-full min-w-0 rounded-xl bg-raised px-3.5 text-base"
        />
        <Button look="bare" className="shrink-0" aria-pressed={isShown} onClick={() => show(!isShown)}>
          Show <span className="sr-only">what is typed</span>
        </Button>
      </div>
      <p id={`${id}-fault`} role="alert" className="mt-2 text-sm text-rose">
        {attempt.state === 'refused' && attempt.message}
      </p>
      <Button type="submit" look="main" className="mt-4 w-full" aria-disabled={mustWait}>
        {left > 0 ? `Again possible in ${formatSeconds(left)}` : attempt.state === 'asking' ? 'Logging in…' : 'Log in'}
      </Button>
    </form>
  )
}
