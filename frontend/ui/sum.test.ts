import { expect, test } from 'vitest'
import { formatSum } from './sum.ts'

test.each([
  [0, '$0.00'],
  [50, 'under $0.0001'],
  [42_500, '$0.0425'],
  [125_000, '$0.125'],
  [360_000, '$0.36'],
  [31_204_567, '$31.20'],
  [1_204_500_000, '$1,204.50'],
  [1_204_500_000_000, '$1,204,500.00'],
])('%d micro-dollars are %s', (microUsd, words) => {
  expect(formatSum(microUsd)).toBe(words)
})
