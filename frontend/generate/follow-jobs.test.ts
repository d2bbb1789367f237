import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RefusalError } from '../../contract/refusal.ts'
import type { JobVersion, StatusReply } from '../../contract/status.ts'
import { fakeJob, painting } from '../fake-job.ts'
import { type FollowDeps, followJobs } from './follow-jobs.ts'

const jobId = 'AAAAAAAAAAAAAAAAAAAAAA'
const nothing: StatusReply = { jobs: [], missing: [] }
const moved: StatusReply = { jobs: [fakeJob([painting('One')], { version: 2 })], missing: [] }

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  stopAll.splice(0).forEach((stop) => stop())
  vi.useRealTimers()
})
const stopAll: (() => void)[] = []

/** Follows one running job against a server that answers `replies` in turn, and then holds. */
function follow(replies: (StatusReply | Error)[], over: Partial<FollowDeps> = {}) {
  const asked: JobVersion[][] = []
  const heard: StatusReply[] = []
  const following = followJobs({
    watched: () => [{ jobId, version: 1 }],
    getStatus(jobs, signal) {
      asked.push(jobs)
      const reply = replies.shift()
      if (reply instanceof Error) return Promise.reject(reply)
      if (reply) return Promise.resolve(reply)
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
    },
    withHoldSlot: (work) => work(true),
    isHidden: () => false,
    onReply: (reply) => heard.push(reply),
    ...over,
  })
  stopAll.push(following.stop)
  return { asked, heard, ...following }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('asks with the known version and, after an answer with news, again at once', async () => {
  const { asked, heard } = follow([moved])
  await pass(0)
  expect(asked).toEqual([[{ jobId, after: 1 }], [{ jobId, after: 1 }]])
  expect(heard).toEqual([moved])
})

test('waits a second when a held question comes back at once without news', async () => {
  const { asked } = follow([nothing])
  await pass(999)
  expect(asked).toHaveLength(1)
  await pass(1)
  expect(asked).toHaveLength(2)
})

test('waits as long as a server that does not hold asks for', async () => {
  const { asked } = follow([{ ...nothing, pollAfterMs: 2500 }])
  await pass(2499)
  expect(asked).toHaveLength(1)
  await pass(1)
  expect(asked).toHaveLength(2)
})

test('without a slot it asks for an answer at once, every second', async () => {
  const { asked } = follow([moved, moved], { withHoldSlot: (work) => work(false) })
  await pass(0)
  expect(asked).toEqual([[{ jobId, after: undefined }]])
  await pass(1000)
  expect(asked).toHaveLength(2)
})

test('a hidden tab takes no slot and asks every five seconds', async () => {
  const noSlot = () => Promise.reject(new Error('a hidden tab must not take a slot'))
  const { asked } = follow([moved, moved], { isHidden: () => true, withHoldSlot: noSlot })
  await pass(4999)
  expect(asked).toEqual([[{ jobId, after: undefined }]])
  await pass(1)
  expect(asked).toHaveLength(2)
})

test('backs off 1, 2, 4, 8, 10 seconds while the server is away, and starts afresh after an answer', async () => {
  const away = () => new Error('away')
  const { asked } = follow([away(), away(), away(), away(), away(), nothing, away()])
  const after: number[] = []
  for (const seconds of [1, 2, 4, 8, 10]) {
    await pass(seconds * 1000 - 1)
    after.push(asked.length)
    await pass(1)
  }
  expect(after).toEqual([1, 2, 3, 4, 5])
  expect(asked).toHaveLength(6)
  await pass(1000)
  expect(asked).toHaveLength(7)
  await pass(1000)
  expect(asked).toHaveLength(8)
})

test('a refusal that names a wait is honoured', async () => {
  const { asked } = follow([new RefusalError('rate_limited', 'Slowly', { retryAfterSeconds: 7 })])
  await pass(6999)
  expect(asked).toHaveLength(1)
  await pass(1)
  expect(asked).toHaveLength(2)
})

test('waking it gives up the held question and asks anew', async () => {
  const { asked, wake } = follow([])
  await pass(0)
  expect(asked).toHaveLength(1)
  wake()
  await pass(0)
  expect(asked).toHaveLength(2)
})

test('asks nothing while nothing runs, and nothing after it was stopped', async () => {
  let running: { jobId: string; version: number }[] = []
  const { asked, wake, stop } = follow([], { watched: () => running })
  await pass(60_000)
  expect(asked).toHaveLength(0)
  running = [{ jobId, version: 4 }]
  wake()
  await pass(0)
  expect(asked).toEqual([[{ jobId, after: 4 }]])
  stop()
  await pass(60_000)
  expect(asked).toHaveLength(1)
})

test('never asks for more than twenty jobs at once', async () => {
  const { asked } = follow([], { watched: () => Array.from({ length: 25 }, () => ({ jobId, version: 1 })) })
  await pass(0)
  expect(asked[0]).toHaveLength(20)
})
