import type { JobStore } from '../storage/storage.ts'

/** How long each model usually takes here: the median of its latest images, in milliseconds. */
export type UsualTimes = {
  /** Undefined until an image was made. */
  of(model: string): number | undefined
  note(model: string, durationMs: number): void
}

const kept = 20
/** No task runs for longer: what seems to have, or to have ended before it began, ran while the clock was set. */
const longestMs = 10 * 60_000

export async function usualTimes(
  jobs: Pick<JobStore, 'recentDurations'>,
  models: readonly { id: string }[],
): Promise<UsualTimes> {
  const recent = new Map(
    await Promise.all(
      models.map(async ({ id }) => [id, (await jobs.recentDurations(id, kept)).filter(isPossible)] as const),
    ),
  )
  return {
    of: (model) => median(recent.get(model) ?? []),
    note(model, durationMs) {
      if (isPossible(durationMs)) recent.set(model, [durationMs, ...(recent.get(model) ?? [])].slice(0, kept))
    },
  }
}

const isPossible = (ms: number) => ms >= 0 && ms <= longestMs

const median = (durations: readonly number[]) => durations.toSorted((a, b) => a - b)[durations.length >> 1]
