import { expect, test } from 'vitest'
import { noon, pendingTask } from '../contract-suite/samples.ts'
import { StorageUnavailable } from '../storage.ts'
import { dynamoJobs } from './job-store.ts'
import { openTable } from './test-table.ts'
import { emulatedAws } from './test-stack.ts'

const stack = emulatedAws()

test.each([
  ['a deletion', (jobs: Jobs, task: Task) => jobs.tombstone(task.jobId, { now: noon })],
  ['a stop', (jobs: Jobs, task: Task) => jobs.requestCancel(task, { now: noon })],
])('%s that others are quicker than each time is given up in words, and nothing has happened', async (_, wish) => {
  const { items } = await openTable(stack)
  const jobs = dynamoJobs(items)
  const task = await pendingTask(jobs)
  const late = dynamoJobs({ ...items, update: async () => undefined })
  const refused = await wish(late, task).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(StorageUnavailable)
  expect(String(refused)).toMatch(/Too many change this/u)
  expect(await jobs.find(task.jobId)).toMatchObject({ version: 1 })
})

type Jobs = ReturnType<typeof dynamoJobs>
type Task = Awaited<ReturnType<typeof pendingTask>>
