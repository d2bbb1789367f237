import { expect, test } from 'vitest'
import type { JobStore, TaskKey } from '../../storage/storage.ts'
import { queuedAgain } from './queued-again.ts'

const task = { jobId: 'job', model: 'red', attempt: 2 }
const lease = { lease: 'mine', now: 1000 }

/** A store that takes tasks back, or does not, and a queue that keeps what it is sent. */
function storeWithQueue({ takes }: { takes: boolean }) {
  const sent: (TaskKey & { at: number; now: number })[] = []
  const jobs = queuedAgain<Pick<JobStore, 'release' | 'requeue'>>(
    { release: async () => takes, requeue: async () => takes },
    { sendAt: async (key, { at, now }) => void sent.push({ ...key, at, now }) },
  )
  return { jobs, sent }
}

test('a task that is given back comes again when its wait is over, and not before', async () => {
  const { jobs, sent } = storeWithQueue({ takes: true })
  expect(await jobs.release(task, { ...lease, dueAt: 31_000, waited: true })).toBe(true)
  expect(sent).toEqual([{ ...task, at: 31_000, now: 1000 }])
})

test('a task whose runner died comes again at once', async () => {
  const { jobs, sent } = storeWithQueue({ takes: true })
  expect(await jobs.requeue(task, lease)).toBe(true)
  expect(sent).toEqual([{ ...task, at: 1000, now: 1000 }])
})

test('a task that is not taken back, since it was stopped or is another’s, does not come again', async () => {
  const { jobs, sent } = storeWithQueue({ takes: false })
  expect(await jobs.release(task, { ...lease, dueAt: 31_000, waited: true })).toBe(false)
  expect(await jobs.requeue(task, lease)).toBe(false)
  expect(sent).toEqual([])
})
