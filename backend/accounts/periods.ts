import { dayOf, nextDay } from './utc-days.ts'

export type Period = 'minute' | 'hour' | 'day'

const minuteMs = 60_000
const hourMs = 3_600_000

/** UTC periods: the name of the one that a time is in, and when the next one begins. Times in milliseconds since 1970. */
export const periods: Record<Period, { window(at: number): string; next(at: number): number; renewed: string }> = {
  minute: {
    window: (at) => new Date(at).toISOString().slice(0, 16),
    next: (at) => (Math.floor(at / minuteMs) + 1) * minuteMs,
    renewed: 'There is room again within a minute.',
  },
  hour: {
    window: (at) => new Date(at).toISOString().slice(0, 13),
    next: (at) => (Math.floor(at / hourMs) + 1) * hourMs,
    renewed: 'There is room again at the next full hour.',
  },
  day: { window: dayOf, next: nextDay, renewed: 'There is room again after midnight UTC.' },
}
