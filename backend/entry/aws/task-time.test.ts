import type { SQSEvent, SQSRecord } from 'aws-lambda'
import { expect, test } from 'vitest'
import { model, paints, testEngine } from '../../jobs/test-engine.ts'
import { StorageUnavailable } from '../../storage/storage.ts'
import { runMessages } from './run-messages.ts'

const wrapUpMs = 40_000

const eventOf = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body, n) => ({ messageId: `m${n}`, body }) as SQSRecord),
})
const failed = (...messageIds: string[]) => ({
  batchItemFailures: messageIds.map((itemIdentifier) => ({ itemIdentifier })),
})

/** A run of two pictures, each of which takes a call, in a lane for one call at a time. */
async function twoCalls() {
  const bench = await testEngine({ taskTimeoutMs: 5000, laneLimit: 1 })
  const slow = model('a', async (request) => {
    await new Promise((painted) => AbortSignal.timeout(20).addEventListener('abort', painted))
    return paints(request)
  })
  const { jobId } = await bench.submit([slow], { parameters: { imagesPerModel: 2 } })
  const progress = async () => (await bench.deps.jobs.find(jobId))?.tasks[0]?.progress
  return { ...bench, event: eventOf(JSON.stringify({ jobId, model: 'a', attempt: 1 })), progress }
}

test('all calls of a task are sent as long as its own time is not over', async () => {
  const { deps, event, progress } = await twoCalls()
  const reply = await runMessages(deps, event, { remainingMs: () => deps.taskTimeoutMs + wrapUpMs + 1 })
  expect(reply).toEqual(failed())
  expect(await progress()).toMatchObject({ status: 'completed', images: [{}, {}] })
  expect(await progress()).not.toHaveProperty('shortfall')
})

test('a task for which too little time is left is not begun, and comes again', async () => {
  const { deps, event, progress } = await twoCalls()
  const reply = await runMessages(deps, event, { remainingMs: () => deps.taskTimeoutMs + wrapUpMs - 1 })
  expect(reply).toEqual(failed('m0'))
  expect(await progress()).toMatchObject({ status: 'pending' })
})

test('what cannot be read, or be claimed now, fails alone', async () => {
  const { deps, event, progress } = await twoCalls()
  const messages = eventOf('not a task', ...event.Records.map(({ body }) => body))
  const jobs = { ...deps.jobs, claim: () => Promise.reject(new StorageUnavailable('Not now')) }
  const times = { remainingMs: () => deps.taskTimeoutMs + wrapUpMs }
  expect(await runMessages({ ...deps, jobs }, messages, times)).toEqual(failed('m0', 'm1'))
  expect(await runMessages(deps, messages, times)).toEqual(failed('m0'))
  expect(await progress()).toMatchObject({ status: 'completed' })
})
