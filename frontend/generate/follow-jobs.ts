import { RefusalError } from '../../contract/refusal.ts'
import { type JobVersion, maxJobsPerStatus, type StatusReply } from '../../contract/status.ts'

export type FollowDeps = {
  /** The jobs that still run, with the version that is known of each; newest first. */
  watched: () => { jobId: string; version: number }[]
  getStatus: (jobs: JobVersion[], signal: AbortSignal) => Promise<StatusReply>
  withHoldSlot: <T>(work: (mayHold: boolean) => Promise<T>) => Promise<T>
  isHidden: () => boolean
  onReply: (reply: StatusReply) => void
}

const shortPauseMs = 1000
const hiddenPauseMs = 5000
const longestPauseMs = 10_000

/** One endless question for all jobs. `wake`: ask anew at once, since jobs, visibility or the network have changed. */
export function followJobs(deps: FollowDeps): { wake: () => void; stop: () => void } {
  const stopping = new AbortController()
  let round = new AbortController()
  let failures = 0

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      round = new AbortController()
      const { signal } = round
      // oxlint-disable-next-line no-await-in-loop -- one question at a time is the point
      const pauseMs = await askOnce(deps, signal).then(
        (ms) => {
          failures = 0
          return ms
        },
        (error: unknown) => (signal.aborted ? 0 : pauseAfterFailure(error, failures++)),
      )
      // oxlint-disable-next-line no-await-in-loop
      if (!signal.aborted) await pause(pauseMs, signal)
    }
  }

  void loop()
  return {
    wake: () => round.abort(),
    stop() {
      stopping.abort()
      round.abort()
    },
  }
}

/** Answers how long to wait before the next question. */
async function askOnce(deps: FollowDeps, signal: AbortSignal): Promise<number> {
  const jobs = deps.watched().slice(0, maxJobsPerStatus)
  if (jobs.length === 0) return Infinity
  if (deps.isHidden()) {
    deps.onReply(await deps.getStatus(jobs.map(atOnce), signal))
    return hiddenPauseMs
  }
  return deps.withHoldSlot(async (mayHold) => {
    const askedAt = performance.now()
    const reply = await deps.getStatus(mayHold ? jobs.map(held) : jobs.map(atOnce), signal)
    deps.onReply(reply)
    if (reply.pollAfterMs !== undefined) return reply.pollAfterMs
    const cameTooSoon = reply.jobs.length === 0 && performance.now() - askedAt < shortPauseMs
    return !mayHold || cameTooSoon ? shortPauseMs : 0
  })
}

const atOnce = ({ jobId }: { jobId: string }): JobVersion => ({ jobId, after: undefined })
const held = ({ jobId, version }: { jobId: string; version: number }): JobVersion => ({ jobId, after: version })

function pauseAfterFailure(error: unknown, failuresBefore: number): number {
  const asked = error instanceof RefusalError ? (error.details.retryAfterSeconds ?? 0) * 1000 : 0
  return Math.max(asked, Math.min(shortPauseMs * 2 ** failuresBefore, longestPauseMs))
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = ms === Infinity ? undefined : setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
