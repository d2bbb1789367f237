import { expect, test } from 'vitest'
import { relativeTime } from './relative-time.ts'

const now = Date.parse('2026-03-10T12:00:00.000Z')

test.each([
  [20, 'just now'],
  [60, '1 minute ago'],
  [59 * 60, '59 minutes ago'],
  [3 * 3600, '3 hours ago'],
  [30 * 3600, 'yesterday'],
  [20 * 86_400, '18 Feb 2026'],
])('%i seconds ago reads as %s', (seconds, words) => {
  expect(relativeTime(new Date(now - seconds * 1000).toISOString(), now)).toBe(words)
})
