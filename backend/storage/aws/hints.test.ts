import { describe, expect, test } from 'vitest'
import {
  allDue,
  claimedTask,
  failed,
  noon,
  paidJob,
  painted,
  pendingTask,
  randomId,
  sampleJob,
  sampleTerms,
} from '../contract-suite/samples.ts'
import { StorageUnavailable } from '../storage.ts'
import { shardOf, shards } from './due-hint.ts'
import type { Items } from './items.ts'
import { dynamoJobs } from './job-store.ts'
import { openTable, readSlowly } from './test-table.ts'
import { emulatedAws } from './test-stack.ts'

const stack = emulatedAws()
const mine = { lease: 'mine', now: noon }
const fail = { ...mine, outcome: failed(noon) }

async function open() {
  const table = await openTable(stack)
  return { ...table, jobs: dynamoJobs(table.items) }
}

/** Fails whatever `fails` says, as a table that is throttled does. */
const failing = (items: Items, fails: (condition: string) => boolean): Items => ({
  ...items,
  async update(key, change) {
    if (fails(change.condition ?? '')) throw new StorageUnavailable('The storage takes no more requests.')
    return items.update(key, change)
  },
})

/** What is looked for in the index of what is due. */
const indexed = async (items: Items) =>
  (
    await Promise.all(
      shards.map((shard) =>
        items.query({ IndexName: 'due', KeyConditionExpression: 'dueIn = :shard', values: { ':shard': shard } }),
      ),
    )
  ).flatMap((page) => page.items)

describe('the index of what is due', () => {
  test('holds a job until all of it has ended and is settled', async () => {
    const { jobs, items } = await open()
    const [free, paid] = [await claimedTask(jobs), await claimedTask(jobs, paidJob())]
    const cancelled = await pendingTask(jobs)
    expect(await indexed(items)).toHaveLength(3)
    await jobs.requestCancel(cancelled, { now: noon })
    await jobs.finish(free, fail)
    await jobs.finish(paid, fail)
    await jobs.bill(paid)
    expect(await indexed(items)).toHaveLength(1)
    await jobs.markSettled(paid)
    expect(await indexed(items)).toEqual([])
    await jobs.openRetry(free, { now: noon, terms: sampleTerms('red') })
    expect(await indexed(items)).toHaveLength(1)
  })

  test('is left by the next look when the end could not say so', async () => {
    const { jobs, items } = await open()
    const task = await claimedTask(jobs)
    const cannotClose = dynamoJobs(failing(items, (condition) => condition.startsWith('#open')))
    expect(await cannotClose.finish(task, fail)).toBe(true)
    expect(await indexed(items)).toHaveLength(1)
    expect(await allDue(jobs, noon)).toEqual([])
    expect(await indexed(items)).toEqual([])
  })

  test('is not moved back over what happened since a look began', async () => {
    const { jobs, items } = await open()
    const task = await claimedTask(jobs)
    const release = () => jobs.release(task, { ...mine, dueAt: noon, waited: false })
    expect(await allDue(dynamoJobs(readSlowly(items, release)), noon)).toEqual([])
    expect(await allDue(jobs, noon)).toMatchObject([{ kind: 'run', task }])
  })

  test('is not left by a job of which something begins again', async () => {
    const { jobs, items } = await open()
    const task = await claimedTask(jobs)
    const retry = () => jobs.openRetry(task, { now: noon, terms: sampleTerms('red') })
    const retriesAtOnce: Items = {
      ...items,
      async update(key, change) {
        const item = await items.update(key, change)
        if (change.set?.some((each) => each.includes('outcome'))) await retry()
        return item
      },
    }
    expect(await dynamoJobs(retriesAtOnce).finish(task, fail)).toBe(true)
    expect(await allDue(jobs, noon)).toMatchObject([{ kind: 'run', task: { attempt: 2 } }])
  })

  test('need not be moved for a look to tell what is due', async () => {
    const { jobs, items } = await open()
    await claimedTask(jobs)
    const waiting = await pendingTask(jobs)
    const cannotMove = dynamoJobs(failing(items, (condition) => condition.startsWith('#version')))
    expect(await allDue(cannotMove, noon)).toMatchObject([{ kind: 'run', task: waiting }])
  })

  test('says no trouble but that of the storage is none', async () => {
    const { items, jobs } = await open()
    await claimedTask(jobs)
    const broken = { ...items, update: () => Promise.reject(new Error('a bug')) }
    await expect(allDue(dynamoJobs(broken), noon)).rejects.toThrow('a bug')
  })

  test('that holds very many shows all of them in a few looks, whatever of them cannot be seen to', async () => {
    const { jobs } = await open()
    const ids = inOneShard(300)
    for (const [n, jobId] of ids.entries()) await jobs.create(sampleJob({ jobId, createdAt: noon - 1000 + n }))
    const [late = ''] = inOneShard(1)
    await jobs.create(sampleJob({ jobId: late, models: ['free'], lane: 'other', createdAt: noon }))
    const look = () => jobs.due({ now: noon, limit: 5, full: [{ lane: 'sketch', visitors: 'all' }] })
    const looks = [await look(), await look(), await look(), await look()].flat()
    expect(looks).toContainEqual(
      expect.objectContaining({ kind: 'run', task: { jobId: late, model: 'free', attempt: 1 } }),
    )
    expect((await jobs.due({ now: noon, limit: 5, full: [] })).length).toBe(5)
  })
})

describe('a deletion', () => {
  test('sees what began after the job was read', async () => {
    const { jobs, items } = await open()
    const task = await pendingTask(jobs)
    let claims = 0
    const slow = readSlowly(items, async () => {
      claims += 1
      if (claims === 1) await jobs.claim(task, { ...mine, leaseUntil: noon + 1000 })
    })
    expect(await dynamoJobs(slow).tombstone(task.jobId, { now: noon })).toBe(true)
    expect(await jobs.heartbeat(task, { ...mine, leaseUntil: noon + 2000 })).toBe('cancel_requested')
    expect(await jobs.finish(task, { ...mine, outcome: painted(noon) })).toBe(false)
  })

  test('that two carry out is carried out by one', async () => {
    const { jobs, items } = await open()
    const { jobId } = await pendingTask(jobs)
    await jobs.tombstone(jobId, { now: noon })
    let removed = false
    const slow = readSlowly(items, async () => void (removed ||= await jobs.remove(jobId, { now: noon })))
    expect(await dynamoJobs(slow).remove(jobId, { now: noon })).toBe(false)
    expect(removed).toBe(true)
  })
})

describe('a cancel', () => {
  test('of a task that is claimed after it was read is asked for, and one that is given back is cancelled', async () => {
    const { jobs, items } = await open()
    const task = await pendingTask(jobs)
    const steps = [
      () => jobs.claim(task, { ...mine, leaseUntil: noon + 1000 }),
      () => jobs.release(task, { ...mine, dueAt: noon, waited: false }),
    ]
    const slow = dynamoJobs(readSlowly(items, async () => steps.shift()?.()))
    expect(await slow.requestCancel(task, { now: noon })).toBe('cancelled')
    expect(steps).toEqual([])
  })
})

test('a retry is not opened over a success that came late, nor when the item is full of earlier ones', async () => {
  const { jobs, items } = await open()
  const task = await claimedTask(jobs)
  const now = noon + 1000
  await jobs.expire(task, { lease: 'mine', now, outcome: failed(now, 'interrupted'), settleAt: now })
  const late = dynamoJobs(readSlowly(items, () => jobs.finish(task, { ...mine, outcome: painted(noon) })))
  expect(await late.openRetry(task, { now, terms: sampleTerms('red') })).toBeUndefined()

  const full = await claimedTask(jobs)
  await jobs.finish(full, fail)
  const earlier = Array.from({ length: 200 }, () => ({ ...sampleTerms('red'), attempt: 1, progress: failed(noon) }))
  await items.update(
    { pk: `JOB#${full.jobId}`, sk: 'JOB' },
    { set: ['earlier = :earlier'], values: { ':earlier': earlier } },
  )
  expect(await jobs.openRetry(full, { now, terms: sampleTerms('red') })).toBeUndefined()
})

const inOneShard = (count: number) => {
  const ids: string[] = []
  while (ids.length < count) {
    const jobId = randomId()
    if (shardOf(jobId) === shards[0]) ids.push(jobId)
  }
  return ids
}
