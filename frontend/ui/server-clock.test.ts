import { expect, test } from 'vitest'
import { createServerClock } from './server-clock.ts'

const noon = Date.parse('2026-03-01T12:00:00.000Z')
const minute = 60_000

/** A browser whose clock goes wrong by so much, and the clock of the server as it tells it. */
function clockOf({ wrongMs }: { wrongMs: number }) {
  let trueNow = noon
  const clock = createServerClock(() => trueNow + wrongMs)
  return {
    wrongMs: () => clock.now() - trueNow,
    answer({ tookMs, sentAfterMs = tookMs / 2 }: { tookMs: number; sentAfterMs?: number }) {
      const askedAt = trueNow + wrongMs
      const date = new Date(trueNow + sentAfterMs).toUTCString()
      trueNow += tookMs
      clock.hear(date, askedAt)
    },
    hear: (date: string | null) => clock.hear(date, noon),
  }
}

test('a browser clock that is right is left alone', () => {
  const { answer, wrongMs } = clockOf({ wrongMs: 0 })
  for (const tookMs of [5, 990, 1010, 2020, 20_000]) answer({ tookMs })
  expect(wrongMs()).toBe(0)
})

test.each([-7 * minute, 7 * minute])('one that is %i ms off is put right to a second', (wrongMs) => {
  const { answer, wrongMs: stillWrong } = clockOf({ wrongMs })
  answer({ tookMs: 40 })
  expect(Math.abs(stillWrong())).toBeLessThanOrEqual(1040)
  // A held request: asked long before it was answered.
  answer({ tookMs: 20_700, sentAfterMs: 20_680 })
  expect(Math.abs(stillWrong())).toBeLessThanOrEqual(1040)
})

test.each([null, 'yesterday'])('an answer with the date %s changes nothing', (date) => {
  const { hear, wrongMs } = clockOf({ wrongMs: -minute })
  hear(date)
  expect(wrongMs()).toBe(-minute)
})
