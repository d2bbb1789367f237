import { expect, test } from 'vitest'
import { overBudget } from './over-budget.ts'

const budgets = { dailyMicroUsd: 1_000_000, monthlyMicroUsd: 2_000_000, modelDailyMicroUsd: new Map() }
const parts = [{ model: 'red', name: 'Red', microUsd: 225_720 }]

test.each([
  ['2026-11-25T00:00:00Z', 'day', 86_400, 'at midnight UTC, in 24 hours.'],
  ['2026-11-25T21:00:00Z', 'day', 10_800, 'at midnight UTC, in 3 hours.'],
  ['2026-11-25T22:30:00Z', 'day', 5400, 'at midnight UTC, in 90 minutes.'],
  ['2026-11-25T23:59:59.999Z', 'day', 1, 'at midnight UTC, in 1 minute.'],
  ['2026-11-25T12:00:00Z', 'month', 475_200, 'on the first, at midnight UTC, in 6 days.'],
  ['2026-12-31T23:00:00Z', 'month', 3600, 'on the first, at midnight UTC, in 60 minutes.'],
  ['2028-02-01T00:00:00Z', 'month', 2_505_600, 'on the first, at midnight UTC, in 29 days.'],
] as const)('at %s the budget of the %s is renewed in %i seconds', (time, over, retryAfterSeconds, words) => {
  const refusal = overBudget({ over, leftMicroUsd: 5 }, { at: Date.parse(time), budgets, parts })
  expect(refusal.details).toEqual({ scope: over, priceMicroUsd: 225_720, leftMicroUsd: 5, retryAfterSeconds })
  expect(refusal.message).toContain('This may cost $0.22572, but only $0.000005 is left of the budget of')
  expect(refusal.message).toContain(words)
})
