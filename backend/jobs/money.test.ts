import { describe, expect, test } from 'vitest'
import { ProviderError } from '../providers/provider.ts'
import { StorageUnavailable } from '../storage/storage.ts'
import { cancelJob } from './cancel-job.ts'
import { deleteJob } from './delete-job.ts'
import { ended, fakeClock, gate, hasStatus, model, paints, refuses, soon, testEngine, view } from './test-engine.ts'

const locked = () => Promise.reject(new StorageUnavailable('Another program holds the database. Close it.'))
const keyRefused = new ProviderError('auth', 'Key refused.', { didNoWork: true })
const reset = new ProviderError('unavailable', 'Reset.', { didNoWork: false })
const atRest = { reserved: 0, settled: 0, released: 0, corrected: 0, uncertain: 0, open: 0 }

describe('what a result costs', () => {
  test.each([
    ['its price', paints, { settled: 40_000 }],
    ['nothing, when the provider did no work', refuses(keyRefused), { released: 40_000 }],
    ['its price, uncertain, when it may have been charged', refuses(reset), { settled: 40_000, uncertain: 40_000 }],
    ['less, when the provider says so', told(25_000), { settled: 25_000, released: 15_000 }],
    ['more, when the provider says so', told(55_000), { settled: 55_000, corrected: 15_000 }],
  ])('is told to the ledger: %s', async (_, generate, spent) => {
    const bench = await testEngine()
    const { jobId } = await bench.submit([model('a', generate)])
    expect(await bench.money()).toEqual({ ...atRest, reserved: 40_000, open: 40_000 })
    bench.run()
    await bench.until(jobId, ended)
    await expect.poll(bench.money, soon).toEqual({ ...atRest, reserved: 40_000, ...spent })
  })

  test('is not in the ledger when it is free', async () => {
    const bench = await testEngine()
    const { jobId } = await bench.submit([model('free', paints, { priceMicroUsd: 0 })])
    bench.run()
    expect((await bench.until(jobId, ended)).tasks[0]?.reservation).toBeNull()
    expect(await bench.storage.ledger.spend(Date.now())).toEqual([])
  })

  test('is in the ledger as nothing when nobody knows it', async () => {
    const bench = await testEngine()
    const { jobId } = await bench.submit([model('unpriced', paints, { priceMicroUsd: null })])
    bench.run()
    expect((await bench.until(jobId, ended)).tasks[0]?.reservation).not.toBeNull()
    const open = () => bench.storage.ledger.open({ before: Date.now() + 1, limit: 9 })
    await expect.poll(open, soon).toEqual([])
    expect(await bench.money()).toEqual(atRest)
  })

  test('is released when it is stopped before it began', async () => {
    const bench = await testEngine({ laneLimit: 1 })
    const held = gate()
    const job = await bench.submit([model('slow', held.generate), model('waiting')])
    bench.run()
    await held.entered
    await cancelJob(bench.deps, job)
    await expect.poll(bench.money, soon).toMatchObject({ reserved: 80_000, released: 40_000, settled: 40_000, open: 0 })
    held.open()
  })

  test('is settled when its job is deleted while it runs, and when it is deleted while it waits', async () => {
    const bench = await testEngine({ laneLimit: 1 })
    const held = gate()
    const job = await bench.submit([model('slow', held.generate), model('waiting')])
    bench.run()
    await held.entered
    await deleteJob(bench.deps, job)
    held.open()
    await expect.poll(bench.money, soon).toMatchObject({ reserved: 80_000, settled: 40_000, released: 40_000, open: 0 })
    const left = () => bench.storage.jobs.due({ now: Date.now(), limit: 9, full: [] })
    await expect.poll(left, soon).toEqual([])
  })

  test('is told as soon as the ledger answers again, and the result does not wait for it', async () => {
    const bench = await testEngine()
    const { ledger } = bench.storage
    bench.deps.ledger = { ...ledger, settle: locked }
    const { jobId } = await bench.submit([model('a')])
    bench.run()
    expect(view(await bench.until(jobId, ended))).toMatchObject({ status: 'completed' })
    expect(await bench.money()).toMatchObject({ open: 40_000 })
    bench.deps.ledger = ledger
    await expect.poll(bench.money, soon).toMatchObject({ settled: 40_000, open: 0 })
  })
})

describe('before anything is sent', () => {
  test('a reservation that was given back meanwhile ends its result, which says so', async () => {
    const bench = await testEngine()
    let calls = 0
    const job = await bench.submit([model('a', async (request) => ((calls += 1), paints(request)))])
    const part = { reservation: job.tasks[0]!.reservation!, model: 'a' }
    await bench.storage.ledger.settle(part, { costMicroUsd: 0, costCertain: true, at: Date.now() })
    bench.run()
    expect(view(await bench.until(job.jobId, ended)).results[0]).toMatchObject({
      error: { code: 'internal', message: expect.stringContaining('given back') },
      costMicroUsd: 0,
      costCertain: true,
    })
    expect(calls).toBe(0)
    expect(await bench.money()).toEqual({ ...atRest, reserved: 40_000, released: 40_000 })
  })

  test.each(['confirm', 'off'] as const)(
    'a ledger or switch that cannot be read (%s) lets nothing out',
    async (verb) => {
      const bench = await testEngine()
      let calls = 0
      bench.deps.ledger = { ...bench.storage.ledger, ...(verb === 'confirm' && { confirm: locked }) }
      bench.deps.switches = { ...bench.storage.switches, ...(verb === 'off' && { off: locked }) }
      const { jobId } = await bench.submit([model('a', async (request) => ((calls += 1), paints(request)))])
      bench.run()
      expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({
        error: { code: 'internal', message: 'Nothing was sent: Another program holds the database. Close it.' },
        costMicroUsd: 0,
        costCertain: true,
      })
      expect(calls).toBe(0)
      await expect.poll(bench.money, soon).toMatchObject({ released: 40_000, open: 0 })
    },
  )

  test('a model that the operator has switched off is not asked, and its result says so', async () => {
    const bench = await testEngine()
    const { jobId } = await bench.submit([model('a', refuses(new Error('called')))])
    await bench.storage.switches.set('a', { on: false, at: Date.now() })
    bench.run()
    const job = await bench.until(jobId, ended)
    expect(view(job).results[0]).toMatchObject({
      error: { code: 'unavailable', message: 'A was switched off by the operator. Nothing was sent.' },
      costMicroUsd: 0,
      costCertain: true,
    })
    await expect(bench.retry(job, model('a'))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('switched off'),
    })
    await expect.poll(bench.money, soon).toEqual({ ...atRest, reserved: 40_000, released: 40_000 })
  })

  test('money is confirmed once for all calls of a result', async () => {
    const bench = await testEngine()
    const { ledger } = bench.storage
    let confirmed = 0
    bench.deps.ledger = { ...ledger, confirm: (part) => ((confirmed += 1), ledger.confirm(part)) }
    const { jobId } = await bench.submit([model('a')], { parameters: { imagesPerModel: 4 } })
    bench.run()
    await bench.until(jobId, ended)
    expect(confirmed).toBe(1)
    await expect.poll(bench.money, soon).toEqual({ ...atRest, reserved: 160_000, settled: 160_000 })
  })
})

describe('an interrupted result', () => {
  test('keeps its reservation until no success can come any more', async () => {
    const clock = fakeClock()
    const bench = await testEngine({ clock, leaseMs: 30_000, taskTimeoutMs: 100_000 })
    const { jobs } = bench.storage
    const job = await bench.submit([model('a')])
    const task = { jobId: job.jobId, model: 'a', attempt: 1 }
    const at = clock.now()
    await jobs.claim(task, { lease: 'dead', now: at, leaseUntil: at + 1 })
    await jobs.markDispatched(task, { lease: 'dead', now: at, call: 0 })
    clock.advance(1)
    bench.run()
    await bench.until(job.jobId, hasStatus('error'))
    clock.advance(199_999)
    await expect.poll(() => clock.sleeping(), soon).toBe(1)
    expect(await bench.money()).toMatchObject({ open: 40_000 })
    clock.advance(1000)
    await expect.poll(bench.money, soon).toMatchObject({ settled: 40_000, uncertain: 40_000, open: 0 })
  })
})

function told(costMicroUsd: number) {
  return async (request: Parameters<typeof paints>[0]) => ({ ...(await paints(request)), costMicroUsd })
}
