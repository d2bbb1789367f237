import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import {
  claimedTask,
  failed,
  noon,
  paidJob,
  painted,
  pendingTask,
  sampleImage,
  sampleJob,
} from '../contract-suite/samples.ts'
import type { Outcome } from '../storage.ts'
import { jobKey } from './job-item.ts'
import { dynamoJobs } from './job-store.ts'
import { madeAs } from './made-as.ts'
import { openTable } from './test-table.ts'
import { emulatedAws } from './test-stack.ts'

const stack = emulatedAws()
const lease = { lease: 'mine', now: noon, leaseUntil: noon + 1000 }

async function open() {
  const table = await openTable(stack)
  return { ...table, jobs: dynamoJobs(table.items) }
}

describe('what is asked of the table', () => {
  test('is one read for a status, and one write for each step of a task', async () => {
    const { jobs, requestsOf } = await open()
    const task = await pendingTask(jobs, paidJob({ models: ['red', 'blue'] }))
    const { jobId } = task
    expect(await requestsOf(() => jobs.find(jobId))).toEqual(['GetItem'])
    expect(await requestsOf(() => jobs.claim(task, lease))).toEqual(['UpdateItem'])
    expect(await requestsOf(() => jobs.claim(task, lease))).toEqual(['UpdateItem'])
    expect(await requestsOf(() => jobs.markDispatched(task, { ...lease, call: 0 }))).toEqual(['UpdateItem'])
    expect(await requestsOf(() => jobs.heartbeat(task, lease))).toEqual(['UpdateItem'])
    expect(await requestsOf(() => jobs.notePainted(task, { ...lease, painted: 0.5 }))).toEqual(['UpdateItem'])
    expect(await requestsOf(() => jobs.finish(task, { ...lease, outcome: stoppedAt(noon) }))).toEqual(['UpdateItem'])
    expect(await requestsOf(() => jobs.bill(task))).toEqual(['UpdateItem'])
    expect(await requestsOf(() => jobs.markSettled(task))).toEqual(['UpdateItem'])
  })

  test('is one write more for how long a task took, and one when it was the last', async () => {
    const { jobs, requestsOf } = await open()
    const task = await claimedTask(jobs, sampleJob({ models: ['red', 'blue'] }))
    const last = { ...task, model: 'blue' }
    await jobs.claim(last, lease)
    expect(await requestsOf(() => jobs.finish(task, { ...lease, outcome: painted(noon) }))).toHaveLength(2)
    expect(await requestsOf(() => jobs.finish(last, { ...lease, outcome: stoppedAt(noon) }))).toHaveLength(2)
  })

  test('by a page of the gallery is a query of each index and one batch, whatever it shows', async () => {
    const { jobs, requestsOf } = await open()
    for (let n = 0; n < 30; n += 1) {
      await jobs.create(sampleJob({ visitor: n % 2 ? 'ann' : 'bob', createdAt: noon + n, shared: true }))
    }
    const query = { visitor: 'ann', limit: 10 }
    expect(await requestsOf(() => jobs.list(query))).toEqual(['BatchGetItem', 'Query'])
    expect(await requestsOf(() => jobs.list({ ...query, q: 'light', model: 'red' }))).toEqual(['BatchGetItem', 'Query'])
    const all = { ...query, shared: true }
    expect(await requestsOf(() => jobs.list(all))).toEqual(['BatchGetItem', 'Query', 'Query'])
    expect((await jobs.list(all)).jobs).toHaveLength(10)
  })

  test('by a search ends after some pages of the index; the cursor goes on from there', async () => {
    const { jobs, table, name, requestsOf } = await open()
    const wanted = sampleJob({ prompt: 'a green lighthouse', shared: true })
    await jobs.create(wanted)
    const entries = Array.from({ length: 3300 }, (_, n) => entryOf(`other-${n}`, noon + 1 + n))
    for (let n = 0; n < entries.length; n += 25) {
      await table.send(new BatchWriteCommand({ RequestItems: { [name]: entries.slice(n, n + 25) } }))
    }
    for (const [shared, most] of [
      [false, 6],
      [true, 7],
    ] as const) {
      const query = { visitor: 'ann', limit: 10, q: 'green', shared }
      const { nextCursor, ...page } = await jobs.list(query)
      expect(page).toEqual({ jobs: [], searchedBackTo: noon + 301 })
      expect((await requestsOf(() => jobs.list(query))).length).toBeLessThanOrEqual(most)
      const next = await jobs.list({ ...query, cursor: nextCursor })
      expect(next).toEqual({ jobs: [{ ...(await jobs.find(wanted.jobId)), cursor: expect.any(String) }] })
    }
  })

  test('by a look at what is due is a query of each part of the index alone when nothing is', async () => {
    const { jobs, requestsOf } = await open()
    const look = (now: number) => requestsOf(() => jobs.due({ now, limit: 10, full: [] }))
    const queries = Array.from({ length: 9 }, () => 'Query')
    expect(await look(noon)).toEqual(queries)
    const task = await claimedTask(jobs)
    expect(await look(noon + 1)).toEqual(['BatchGetItem', ...queries, 'UpdateItem'])
    expect(await look(noon + 2)).toEqual(queries)
    expect(await look(noon + 1000)).toEqual(['BatchGetItem', ...queries])
    await jobs.finish(task, { ...lease, outcome: failed(noon) })
    expect(await look(noon + 1001)).toEqual(queries)
  })

  test('for the places of a job of which nothing waits is its item', async () => {
    const { jobs, requestsOf } = await open()
    const { jobId } = await claimedTask(jobs)
    expect(await requestsOf(() => jobs.ahead(jobId, { now: noon }))).toEqual(['GetItem'])
  })
})

test('the item of the largest job stays below 128 kB', async () => {
  const { jobs, items } = await open()
  const models = Array.from({ length: 20 }, (_, n) => `model-${n}-${'x'.repeat(68)}`)
  const prompt = '画'.repeat(1000)
  const parameters = { seed: 1, negativePrompt: prompt, imagesPerModel: 4 }
  const job = paidJob({ models, prompt, parameters, shared: true, taker: 'the household of ann' })
  await jobs.create(job)
  const outcome: Outcome = {
    ...painted(noon + 1),
    status: 'completed',
    startedAt: noon,
    images: [sampleImage(1), sampleImage(2), sampleImage(3), sampleImage(4)],
    sentPrompt: 'x'.repeat(1000),
    revisedPrompt: 'x'.repeat(1000),
  }
  for (const model of models) {
    const task = { jobId: job.jobId, model, attempt: 1 }
    await jobs.claim(task, lease)
    await jobs.finish(task, { ...lease, outcome })
  }
  const bytes = Buffer.byteLength(JSON.stringify(await items.get(jobKey(job.jobId))))
  console.log(`the item of the largest job has ${bytes} bytes as JSON`)
  expect(bytes).toBeLessThan(128_000)
})

const stoppedAt = (completedAt: number): Outcome => ({
  status: 'cancelled',
  outcome: 'stopped',
  completedAt,
  costMicroUsd: 0,
  costCertain: true,
})

/** What the index of the gallery sees of a job. */
const entryOf = (jobId: string, createdAt: number) => ({
  PutRequest: {
    Item: { ...jobKey(jobId), galleryOf: 'ann', madeAs: madeAs({ jobId, createdAt }), words: ' another prompt' },
  },
})
