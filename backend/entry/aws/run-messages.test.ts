import type { SQSEvent } from 'aws-lambda'
import { expect, test } from 'vitest'
import { gate, model, paints, testEngine, view } from '../../jobs/test-engine.ts'
import { StorageUnavailable, type TaskKey } from '../../storage/storage.ts'
import { writeTaskMessage } from '../../storage/aws/task-message.ts'
import { runMessages } from './run-messages.ts'

const fiveMinutes = { remainingMs: () => 300_000 }

/** `bodies` by the ids of their messages. */
const eventOf = (bodies: Record<string, string>) =>
  ({ Records: Object.entries(bodies).map(([messageId, body]) => ({ messageId, body })) }) as unknown as SQSEvent

const firstOf = ({ jobId }: { jobId: string }): TaskKey => ({ jobId, model: 'a', attempt: 1 })

async function benchWithJob(generate = paints) {
  const bench = await testEngine()
  let calls = 0
  const a = model('a', (request) => {
    calls += 1
    return generate(request)
  })
  const job = await bench.submit([a])
  return {
    bench,
    message: writeTaskMessage(firstOf(job)),
    calls: () => calls,
    async status() {
      const found = await bench.storage.jobs.find(job.jobId)
      return found && view(found).results[0]?.status
    },
  }
}

test('the task of a message is painted and settled before the message is done with', async () => {
  const { bench, message, status } = await benchWithJob()
  expect(await runMessages(bench.deps, eventOf({ m1: message }), fiveMinutes)).toEqual({ batchItemFailures: [] })
  expect(await status()).toBe('completed')
  expect(await bench.money()).toMatchObject({ settled: 40_000, open: 0 })
})

test('a message that comes twice is painted once, and both are done with', async () => {
  const { generate, open } = gate()
  const { bench, message, calls, status } = await benchWithJob(generate)
  const both = runMessages(bench.deps, eventOf({ m1: message, m2: message }), fiveMinutes)
  open()
  expect(await both).toEqual({ batchItemFailures: [] })
  expect(await runMessages(bench.deps, eventOf({ m3: message }), fiveMinutes)).toEqual({ batchItemFailures: [] })
  expect(calls()).toBe(1)
  expect(await status()).toBe('completed')
})

test.each(['not a task', '{"jobId":"x"}', 'null'])('a message that reads %s fails, and no other', async (body) => {
  const { bench, message, status } = await benchWithJob()
  expect(await runMessages(bench.deps, eventOf({ bad: body, good: message }), fiveMinutes)).toEqual({
    batchItemFailures: [{ itemIdentifier: 'bad' }],
  })
  expect(await status()).toBe('completed')
})

test('a message of a job that is gone is done with', async () => {
  const { bench } = await benchWithJob()
  const message = writeTaskMessage({ jobId: 'A'.repeat(22), model: 'a', attempt: 1 })
  expect(await runMessages(bench.deps, eventOf({ m1: message }), fiveMinutes)).toEqual({ batchItemFailures: [] })
})

test('a call that could not be finished in the time that is left is not begun, and the message comes again', async () => {
  const { bench, message, calls, status } = await benchWithJob()
  const wholeTaskMs = bench.deps.taskTimeoutMs + 40_000
  const event = eventOf({ m1: message })
  expect(await runMessages(bench.deps, event, { remainingMs: () => wholeTaskMs - 1 })).toEqual({
    batchItemFailures: [{ itemIdentifier: 'm1' }],
  })
  expect(calls()).toBe(0)
  expect(await status()).toBe('pending')

  expect(await runMessages(bench.deps, event, { remainingMs: () => wholeTaskMs + 10_000 })).toEqual({
    batchItemFailures: [],
  })
  expect(await status()).toBe('completed')
})

test('a message comes again when the storage is not there, and is painted then', async () => {
  const { bench, message, calls, status } = await benchWithJob()
  const away = { ...bench.storage.jobs, claim: () => Promise.reject(new StorageUnavailable('Away. Try again.')) }
  expect(await runMessages({ ...bench.deps, jobs: away }, eventOf({ m1: message }), fiveMinutes)).toEqual({
    batchItemFailures: [{ itemIdentifier: 'm1' }],
  })
  expect(calls()).toBe(0)
  await runMessages(bench.deps, eventOf({ m1: message }), fiveMinutes)
  expect(await status()).toBe('completed')
})
