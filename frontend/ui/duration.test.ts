import { expect, test } from 'vitest'
import { formatDuration, formatSeconds } from './duration.ts'

test.each([
  [40, '0.0 s'],
  [840, '0.8 s'],
  [9949, '9.9 s'],
  [9950, '10 s'],
  [59_600, '1 min'],
  [65_000, '1 min 5 s'],
])('%i ms read as %s', (ms, words) => {
  expect(formatDuration(ms).replaceAll('\u00A0', ' ')).toBe(words)
})

test('whole seconds have no decimals', () => {
  expect(formatSeconds(4)).toBe('4\u00A0s')
})

test.each([
  [65, '1 min 5 s'],
  [3600, '1 h'],
  [18_720, '5 h 12 min'],
  [18_721, '5 h 13 min'],
  [100_000, '27 h 47 min'],
  [500_000, '6 days'],
])('%i seconds of waiting read as %s', (seconds, words) => {
  expect(formatSeconds(seconds).replaceAll('\u00A0', ' ')).toBe(words)
})
