import { setTimeout as sleep } from 'node:timers/promises'

/** The engine's only source of time, so that a test can move it. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number
  /** Settles after `ms` milliseconds, or as soon as the signal aborts; never rejects. */
  pause(ms: number, signal: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: Date.now,
  pause: (ms, signal) => sleep(Math.max(0, ms), undefined, { signal }).catch(() => undefined),
}

/** Aborts with a TimeoutError after `ms` milliseconds, unless `over` aborts first. */
export function deadlineIn({ pause }: Pick<Clock, 'pause'>, ms: number, over: AbortSignal): AbortSignal {
  const deadline = new AbortController()
  const wait = async () => {
    await pause(ms, over)
    if (!over.aborted) deadline.abort(new DOMException('The deadline has passed', 'TimeoutError'))
  }
  void wait()
  return deadline.signal
}
