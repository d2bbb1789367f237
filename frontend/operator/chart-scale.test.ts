import { expect, test } from 'vitest'
import { daysInMonth, roundUp } from './chart-scale.ts'

test.each([
  [0, 1],
  [1, 1],
  [40_000, 40_000],
  [41_000, 50_000],
  [120_000, 200_000],
  [510_000, 600_000],
  [2_500_000, 3_000_000],
  [8_100_000, 10_000_000],
  [10_000_000, 10_000_000],
])('an axis for %d ends at %d', (largest, end) => {
  expect(roundUp(largest)).toBe(end)
})

test.each([
  ['2026-11-25T22:00:00.000Z', 30],
  ['2026-12-31T23:59:59.999Z', 31],
  ['2028-02-01T00:00:00.000Z', 29],
])('the month of %s has %d days', (iso, days) => {
  expect(daysInMonth(iso)).toBe(days)
})
