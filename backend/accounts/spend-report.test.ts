import { expect, test } from 'vitest'
import { SpendReply } from '../../contract/operator.ts'
import { spendReport } from './spend-report.ts'

const models = [
  { id: 'red', name: 'Red' },
  { id: 'blue', name: 'Blue' },
]
const budgets = {
  dailyMicroUsd: 10_000_000,
  monthlyMicroUsd: 100_000_000,
  modelDailyMicroUsd: new Map([['blue', 500_000]]),
}
const nothing = {
  reservedMicroUsd: 0,
  settledMicroUsd: 0,
  releasedMicroUsd: 0,
  correctedMicroUsd: 0,
  uncertainMicroUsd: 0,
}
const none = { settledMicroUsd: 0, openMicroUsd: 0, uncertainMicroUsd: 0 }
const report = (lines: Parameters<typeof spendReport>[0], time: string) =>
  SpendReply.parse(spendReport(lines, { at: Date.parse(time), budgets, models }))

test('a month without spending is a list of empty days', () => {
  const { today, month, days, models: byModel } = report([], '2026-11-03T12:00:00Z')
  expect(today).toEqual({ ...none, budgetMicroUsd: 10_000_000 })
  expect(month).toEqual({ ...none, budgetMicroUsd: 100_000_000, forecastMicroUsd: 0 })
  expect(days).toEqual(['2026-11-01', '2026-11-02', '2026-11-03'].map((day) => ({ day, ...none })))
  expect(byModel).toMatchObject([
    { model: 'red', name: 'Red', dailyBudgetMicroUsd: null },
    { model: 'blue', dailyBudgetMicroUsd: 500_000 },
  ])
})

test('what is promised and not yet ended is open, with what came dearer than promised', () => {
  const lines = [
    { ...nothing, day: '2026-11-02', model: 'red', reservedMicroUsd: 100, settledMicroUsd: 60, releasedMicroUsd: 10 },
    {
      ...nothing,
      day: '2026-11-02',
      model: 'old',
      reservedMicroUsd: 50,
      settledMicroUsd: 70,
      correctedMicroUsd: 20,
      uncertainMicroUsd: 70,
    },
    { ...nothing, day: '2026-11-01', model: 'blue', reservedMicroUsd: 40, settledMicroUsd: 40 },
    { ...nothing, day: '2026-11-01', model: 'gone', reservedMicroUsd: 9, releasedMicroUsd: 9 },
  ]
  const { today, month, days, models: byModel } = report(lines, '2026-11-02T23:59:59Z')
  expect(today).toMatchObject({ settledMicroUsd: 130, openMicroUsd: 30, uncertainMicroUsd: 70 })
  expect(month).toMatchObject({ settledMicroUsd: 170, openMicroUsd: 30, uncertainMicroUsd: 70 })
  expect(days).toMatchObject([{ settledMicroUsd: 40 }, { settledMicroUsd: 130, openMicroUsd: 30 }])
  expect(
    byModel.map(({ model, name, todayMicroUsd, monthMicroUsd }) => [model, name, todayMicroUsd, monthMicroUsd]),
  ).toEqual([
    ['red', 'Red', 90, 90],
    ['blue', 'Blue', 0, 40],
    ['old', 'old', 70, 70],
  ])
})

test.each([
  ['2026-11-01T00:00:00Z', 30_000],
  ['2026-11-10T23:59:59Z', 3000],
  ['2026-11-30T12:00:00Z', 1000],
  ['2026-02-27T12:00:00Z', 1037],
  ['2028-02-29T12:00:00Z', 1000],
])('the forecast at %s goes on as the days so far, today among them', (time, forecastMicroUsd) => {
  const line = { ...nothing, day: `${time.slice(0, 8)}01`, model: 'red', reservedMicroUsd: 1000, settledMicroUsd: 1000 }
  expect(report([line], time).month).toMatchObject({ forecastMicroUsd })
})
