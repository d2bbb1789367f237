import { expect, test } from 'vitest'
import type { Broken } from './invariants.ts'
import { runSeed } from './run-seed.ts'
import { openDynamoStore } from './test-dynamo-store.ts'

const schedules = 200

test(`${schedules} schedules of faults break no invariant of jobs in DynamoDB`, { timeout: 300_000 }, async () => {
  const store = openDynamoStore()
  const broken: (Broken & { seed: number })[] = []
  let steps = 0
  for (let seed = 1; seed <= schedules && broken.length === 0; seed += 1) {
    const run = await runSeed(store, seed)
    steps += run.steps
    if (run.broken) broken.push({ seed, ...run.broken })
  }
  console.log(`${schedules} schedules of ${Math.round(steps / schedules)} steps over jobs in DynamoDB`)
  expect(broken).toEqual([])
})
