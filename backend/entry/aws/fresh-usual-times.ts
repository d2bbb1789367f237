import { type UsualTimes, usualTimes } from '../../jobs/usual-times.ts'
import type { JobStore } from '../../storage/storage.ts'

const freshMs = 5 * 60_000

/** Usual times of a process that paints nothing itself: they are read again when somebody asks and five minutes are over. */
export async function freshUsualTimes(
  jobs: Pick<JobStore, 'recentDurations'>,
  models: readonly { id: string }[],
  now: () => number,
): Promise<Pick<UsualTimes, 'of'>> {
  let times = await usualTimes(jobs, models)
  let readAt = now()
  return {
    of(model) {
      if (now() - readAt >= freshMs) {
        readAt = now()
        // Whoever asks meanwhile is told the old ones, which are as good as any.
        void usualTimes(jobs, models).then(
          (read) => (times = read),
          () => undefined,
        )
      }
      return times.of(model)
    },
  }
}
