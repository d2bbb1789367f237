import { expect, test } from 'vitest'
import { openStore } from './open-store.ts'
import { report } from './report.ts'
import { runSeed } from './run-seed.ts'
import { runSeeds } from './run-seeds.ts'

const schedules = 10_000

test(`${schedules} schedules of faults break no invariant`, { timeout: 600_000 }, async () => {
  const summary = await runSeeds({ from: 1, seeds: schedules, threads: 2 }, () => {})
  console.log(report(summary))
  expect(summary.failed).toBeUndefined()
  expect(summary.seeds).toBe(schedules)
})

test('the same seed gives the same schedule', async () => {
  const store = openStore()
  const [one, other] = [await runSeed(store, 7, { aloud: true }), await runSeed(store, 7, { aloud: true })]
  expect(one.schedule.length).toBeGreaterThan(20)
  expect(other.schedule).toEqual(one.schedule)
})
