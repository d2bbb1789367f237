import { expect, test } from 'vitest'
import { noon, sampleJob } from '../contract-suite/samples.ts'
import { sharesContract } from '../shares-contract-suite.ts'
import { tableItems } from './items.ts'
import { dynamoJobs } from './job-store.ts'
import { dynamoShares } from './shares.ts'
import { emulatedAws } from './test-stack.ts'

const stack = emulatedAws()

async function open() {
  const { table, resources } = await stack()
  const items = tableItems(table, resources['Table'] ?? '')
  return { jobs: dynamoJobs(items), shares: dynamoShares(items) }
}

sharesContract(open)

test('links that were made in the same millisecond are listed in the order of their ids, each time', async () => {
  const { jobs, shares } = await open()
  const job = sampleJob()
  const { jobId } = job
  await jobs.create(job)
  for (const shareId of ['c', 'a', 'd', 'b']) {
    const share = { shareId, jobId, createdAt: noon, expiresAt: noon + 1000, promptHidden: false }
    expect(await shares.create(share, { most: 4 })).toBe(true)
  }
  expect((await shares.list(jobId, { now: noon })).map(({ shareId }) => shareId)).toEqual(['a', 'b', 'c', 'd'])
})
