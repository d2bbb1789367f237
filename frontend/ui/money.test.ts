import { expect, test } from 'vitest'
import { formatMoney } from './money.ts'

test.each([
  [null, 'price unknown'],
  [0, 'free'],
  [40, 'under $0.0001'],
  [2500, '$0.0025'],
  [40_000, '$0.04'],
  [43_500, '$0.0435'],
  [305_000, '$0.305'],
  [360_000, '$0.36'],
  [12_345_678, '$12.35'],
])('%s micro-dollars read as %s', (microUsd, words) => {
  expect(formatMoney(microUsd)).toBe(words)
})
