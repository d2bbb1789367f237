import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { claimedTask, noon, painted, pendingTask, progressOf, sampleJob } from '../contract-suite/samples.ts'
import { StorageUnavailable } from '../storage.ts'
import { type Item, tableItems } from './items.ts'
import { dynamoJobs } from './job-store.ts'
import { openTable } from './test-table.ts'
import { clientsOf } from './test-server.ts'
import { emulatedAws } from './test-stack.ts'

const stack = emulatedAws()
const lease = { lease: 'mine', now: noon, leaseUntil: noon + 1000 }
const named = (name: string) => Object.assign(new Error('no'), { name, $fault: 'client', $metadata: {} })

/** Answers as DynamoDB does for a batch that it has no capacity for: with one item, and with the keys of the rest. */
async function oneOfEachBatch(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { RequestItems } = (await json(request)) as { RequestItems: { t: { Keys: Item[] } } }
  const [first, ...rest] = RequestItems.t.Keys
  const left = rest.length > 0 ? { t: { Keys: rest } } : {}
  response
    .setHeader('Content-Type', 'application/x-amz-json-1.0')
    .end(JSON.stringify({ Responses: { t: [first] }, UnprocessedKeys: left }))
}

async function itemsOfBusyTable() {
  const { table } = await clientsOf((request, response) => void oneOfEachBatch(request, response), { answerMs: 5000 })
  return tableItems(table, 't')
}
const keys = (count: number) => Array.from({ length: count }, (_, n) => ({ pk: 'KEPT', sk: String(n) }))

async function open() {
  const table = await openTable(stack)
  return { ...table, jobs: dynamoJobs(table.items) }
}

describe('a table that is throttled', () => {
  test('is asked again', async () => {
    const { jobs, between } = await open()
    const task = await pendingTask(jobs)
    let left = 2
    between(async (_, send) => {
      if (left === 0) return send()
      left -= 1
      throw named('ProvisionedThroughputExceededException')
    })
    expect(await jobs.claim(task, lease)).toMatchObject({ version: 2 })
    expect(left).toBe(0)
  })

  test('and stays so is said to be unavailable, and nothing has happened', async () => {
    const { jobs, between } = await open()
    const task = await pendingTask(jobs)
    let throttled = true
    between(async (_, send) => {
      if (throttled) throw named('ProvisionedThroughputExceededException')
      return send()
    })
    const refused = await jobs.claim(task, lease).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StorageUnavailable)
    expect(String(refused)).toMatch(/takes no more requests at the moment/u)
    throttled = false
    expect(progressOf(await jobs.find(task.jobId))?.status).toBe('pending')
  })

  test('and reads but one item of a batch at a time is asked for the rest', async () => {
    const items = await itemsOfBusyTable()
    expect(await items.getAll(keys(4))).toEqual(keys(4))
  })

  test('and does so for longer is said to be unavailable', async () => {
    const items = await itemsOfBusyTable()
    await expect(items.getAll(keys(9))).rejects.toThrow('takes no more requests at the moment')
  })

  test('while what follows an end is written does not undo the end', async () => {
    const { jobs, between } = await open()
    const task = await claimedTask(jobs)
    let refused = 0
    between(async ({ command, input }, send) => {
      if (command !== 'UpdateItem' || !JSON.stringify(input).includes('USUAL#')) return send()
      refused += 1
      throw named('AccessDeniedException')
    })
    expect(await jobs.finish(task, { ...lease, outcome: painted(noon) })).toBe(true)
    expect(refused).toBe(1)
    expect(await jobs.recentDurations('red', 1)).toEqual([])
  })
})

describe('an answer that is lost', () => {
  test.each([
    ['claim', async (jobs: Jobs, task: Task) => (await jobs.claim(task, lease)) !== undefined],
    ['mark', async (jobs: Jobs, task: Task) => jobs.markDispatched(task, { ...lease, call: 0 })],
    ['end', async (jobs: Jobs, task: Task) => jobs.finish(task, { ...lease, outcome: painted(noon) })],
  ])('leaves no %s in doubt, although another task of the job has moved on since', async (verb, step) => {
    const { jobs, between } = await open()
    const job = sampleJob({ models: ['red', 'blue'] })
    const task = verb === 'claim' ? await pendingTask(jobs, job) : await claimedTask(jobs, job)
    let lost = false
    between(async (_, send) => {
      const answer = await send()
      if (lost) return answer
      lost = true
      await jobs.claim({ ...task, model: 'blue' }, lease)
      throw named('TimeoutError')
    })
    expect(await step(jobs, task)).toBe(true)
    expect(lost).toBe(true)
  })
})

type Jobs = ReturnType<typeof dynamoJobs>
type Task = Awaited<ReturnType<typeof pendingTask>>
