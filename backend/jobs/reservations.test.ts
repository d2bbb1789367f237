import { describe, expect, test } from 'vitest'
import { ProviderError } from '../providers/provider.ts'
import { StorageUnavailable } from '../storage/storage.ts'
import { boundedLanes } from './lanes.ts'
import { retryTask } from './retry-task.ts'
import { startJob } from './start-job.ts'
import { admits, ended, fakeClock, gate, model, paints, refuses, soon, testEngine, view } from './test-engine.ts'

const locked = () => Promise.reject(new StorageUnavailable('Another program holds the database. Close it.'))
const reset = new ProviderError('unavailable', 'Reset.', { didNoWork: false })
const atRest = { reserved: 0, settled: 0, released: 0, corrected: 0, uncertain: 0, open: 0 }

describe('a retry', () => {
  const failedRun = async () => {
    const bench = await testEngine()
    const a = model('a', refuses(reset))
    const { jobId } = await bench.submit([a])
    const engine = bench.run()
    const job = await bench.until(jobId, ended)
    await engine.stop()
    return { bench, a, job }
  }

  test('is paid for by a reservation of its own, once the last attempt is settled', async () => {
    const { bench, job } = await failedRun()
    const retried = await bench.retry(job, model('a'))
    expect(retried.tasks[0]?.reservation).not.toBe(job.tasks[0]?.reservation)
    expect(await bench.money()).toEqual({
      ...atRest,
      reserved: 80_000,
      settled: 40_000,
      uncertain: 40_000,
      open: 40_000,
    })
    bench.deps.models = new Map([['a', model('a')]])
    bench.run()
    expect(view(await bench.until(job.jobId, ended))).toMatchObject({ status: 'completed', settledMicroUsd: 80_000 })
  })

  test('that is not admitted leaves the result as it is', async () => {
    const { bench, a, job } = await failedRun()
    await expect(retryTask(bench.deps, job, a, () => Promise.reject(new Error('over budget')))).rejects.toThrow('over')
    expect(await bench.storage.jobs.find(job.jobId)).toEqual(job)
  })

  test('that was clicked twice is opened once, and one reservation is given back', async () => {
    const { bench, a, job } = await failedRun()
    const clicks = await Promise.allSettled([bench.retry(job, a), bench.retry(job, a)])
    expect(clicks.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await bench.money()).toMatchObject({ reserved: 120_000, settled: 40_000, released: 40_000, open: 40_000 })
  })

  test('of a free model that was clicked twice is opened once', async () => {
    const { bench, job } = await failedRun()
    const free = model('a', paints, { priceMicroUsd: 0 })
    const clicks = await Promise.allSettled([bench.retry(job, free), bench.retry(job, free)])
    expect(clicks.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('is refused while the ledger cannot be told of the last attempt', async () => {
    const bench = await testEngine()
    const a = model('a', refuses(reset))
    bench.deps.ledger = { ...bench.storage.ledger, settle: locked }
    const { jobId } = await bench.submit([a])
    bench.run()
    await expect(bench.retry(await bench.until(jobId, ended), a)).rejects.toThrow('Another program')
  })
})

describe('a run that is started twice with one key', () => {
  const keyed = { visitor: 'v', prompt: 'a boat', parameters: {}, idempotencyKey: 'k'.repeat(16) }

  test('is paid for once: the reservation that came second is given back', async () => {
    const { deps, money } = await testEngine()
    const models = [model('a'), model('free', paints, { priceMicroUsd: 0 })]
    const both = await Promise.all([1, 2].map(() => startJob(deps, keyed, admits(deps, models))))
    expect(new Set(both.map(({ replayed }) => replayed))).toEqual(new Set([false, true]))
    expect(await money()).toEqual({ ...atRest, reserved: 80_000, released: 40_000, open: 40_000 })
  })

  test('is answered although what came second cannot be given back now; the sweep does that', async () => {
    const clock = fakeClock()
    const bench = await testEngine({ clock })
    const { deps, storage } = bench
    deps.ledger = { ...storage.ledger, settle: locked }
    await Promise.all([1, 2].map(() => startJob(deps, keyed, admits(deps, [model('a')]))))
    deps.ledger = storage.ledger
    clock.advance(600_001)
    bench.run()
    await expect.poll(bench.money, soon).toMatchObject({ open: 0 })
  })
})

describe('money that nobody would end', () => {
  const minute = 60_000

  test.each([true, false])(
    'of a start that failed (although it was stored: %s) is given back if no task owes it',
    async (stored) => {
      const clock = fakeClock()
      const bench = await testEngine({ clock })
      const { jobs } = bench.storage
      const a = model('a')
      bench.deps.models = new Map([['a', a]])
      const create: typeof jobs.create = async (job) => {
        if (stored) await jobs.create(job)
        return locked()
      }
      bench.deps.jobs = { ...jobs, create }
      const request = { visitor: 'v', prompt: 'a boat', parameters: {} }
      await expect(startJob(bench.deps, request, admits(bench.deps, [a]))).rejects.toThrow('Another program')
      expect(await bench.money()).toMatchObject({ open: 40_000 })
      clock.advance(10 * minute + 1)
      bench.run()
      const end = stored ? { settled: 40_000 } : { released: 40_000 }
      await expect.poll(bench.money, soon).toMatchObject({ ...end, open: 0 })
    },
  )

  test('is looked for every minute, even when the clock was set back', async () => {
    const clock = fakeClock()
    const bench = await testEngine({ clock })
    const { ledger } = bench.storage
    let looks = 0
    bench.deps.ledger = { ...ledger, open: (query) => ((looks += 1), ledger.open(query)) }
    bench.run()
    await expect.poll(() => looks, soon).toBe(2)
    clock.advance(-24 * 60 * minute)
    await admits(bench.deps, [model('a')])('x'.repeat(22))
    clock.advance(10 * minute + 1)
    await bench.storage.queue.wake()
    await expect.poll(bench.money, soon).toMatchObject({ released: 40_000, open: 0 })
  })

  test('of a task that waits is left to it, however long it waits', async () => {
    const clock = fakeClock()
    const bench = await testEngine({ clock, leaseMs: 24 * 60 * minute, taskTimeoutMs: 24 * 60 * minute, laneLimit: 2 })
    const held = gate()
    const { jobId } = await bench.submit([model('first', held.generate), model('second', paints)])
    bench.deps.lanes = boundedLanes(1)
    const { ledger } = bench.storage
    let looks = 0
    bench.deps.ledger = { ...ledger, open: (query) => ((looks += 1), ledger.open(query)) }
    bench.run()
    await held.entered
    const before = looks
    clock.advance(61 * minute)
    await expect.poll(() => looks, soon).toBe(before + 2)
    held.open()
    expect(view(await bench.until(jobId, ended))).toMatchObject({ status: 'completed', settledMicroUsd: 80_000 })
  })

  test.each([
    [false, { released: 5000, settled: 0, uncertain: 0 }],
    [true, { released: 0, settled: 5000, uncertain: 5000 }],
  ])('of a request without a job is released, or counted if it was sent (%s)', async (sent, spent) => {
    const clock = fakeClock()
    const bench = await testEngine({ clock })
    const { ledger } = bench.storage
    const budgets = { modelDailyMicroUsd: new Map<string, number>() }
    const parts = [{ model: 'enhance', microUsd: 5000 }]
    const reserved = await ledger.reserve({ at: clock.now(), parts, budgets })
    if ('over' in reserved) throw new Error('over a budget')
    if (sent) await ledger.confirm({ ...reserved, model: 'enhance' })
    bench.run()
    clock.advance(59 * minute)
    await expect.poll(bench.money, soon).toMatchObject({ open: sent ? 5000 : 0 })
    clock.advance(2 * minute)
    await expect.poll(bench.money, soon).toMatchObject({ ...spent, open: 0 })
  })
})
