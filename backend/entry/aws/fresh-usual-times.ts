import { type UsualTimes, usualTimes } from '../../jobs/usual-times.ts'
import type { JobStore } from '../../storage/storage.ts'

const freshMs = 5 * 60_000

/**
 * Usual times of a process that paints nothing itself. They are read at once, and again when somebody asks and five minutes are
 * over; nobody waits for them.
 */
export function freshUsualTimes(
  jobs: Pick<JobStore, 'recentDurations'>,
  models: readonly { id: string }[],
  now: () => number,
): Pick<UsualTimes, 'of'> {
  let times: Pick<UsualTimes, 'of'> = { of: () => undefined }
  let readAt: number
  const read = () => {
    readAt = now()
    // Whoever asks meanwhile is told the old ones, which are as good as any.
    void usualTimes(jobs, models).then(
      (found) => (times = found),
      () => undefined,
    )
  }
  read()
  return {
    of(model) {
      if (now() - readAt >= freshMs) read()
      return times.of(model)
    },
  }
}
