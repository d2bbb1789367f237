import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cancelJob } from './cancel-job.ts'
import { deleteJob } from './delete-job.ts'
import { toJob } from './job-view.ts'
import { ended, fakeClock, gate, hasStatus, model, paints, soon, testEngine } from './test-engine.ts'

// A runner that died is a lease nobody renews: it is taken here as the engine takes it, and then left.
const lease = (at: number) => ({ lease: 'dead', now: at, leaseUntil: at + 1 })

async function benchWithDeadRunner({ marked }: { marked: boolean }) {
  const bench = await testEngine()
  let calls = 0
  const a = model('a', (request) => {
    calls += 1
    return paints(request)
  })
  const job = await bench.submit([a])
  const task = { jobId: job.jobId, model: 'a', attempt: 1 }
  const at = Date.now()
  expect(await bench.storage.jobs.claim(task, lease(at))).toBeDefined()
  if (marked) await bench.storage.jobs.markDispatched(task, { lease: 'dead', now: at, call: 0 })
  return { bench, job, task, calls: () => calls }
}

describe('a runner that died', () => {
  test('before it sent anything gives the task to the next', async () => {
    const { bench, job, calls } = await benchWithDeadRunner({ marked: false })
    bench.run()
    const done = await bench.until(job.jobId, ended)
    expect(toJob(done, { usualMs: () => undefined })).toMatchObject({ status: 'completed' })
    expect(calls()).toBe(1)
  })

  test('after it sent ends as interrupted, which says that it may have been charged, and is not sent again', async () => {
    const { bench, job, calls } = await benchWithDeadRunner({ marked: true })
    bench.run()
    const done = toJob(await bench.until(job.jobId, ended), { usualMs: () => undefined })
    expect(done.results[0]).toMatchObject({
      status: 'error',
      error: { code: 'interrupted', message: expect.stringContaining('may have been charged') },
      costMicroUsd: 40_000,
      costCertain: false,
    })
    expect(calls()).toBe(0)
  })

  test.each([
    [false, { outcome: 'not_started', costMicroUsd: 0, costCertain: true }],
    [true, { outcome: 'stopped', costMicroUsd: 40_000, costCertain: false }],
  ])('and was asked to stop ends as cancelled (sent: %s)', async (marked, end) => {
    const { bench, job } = await benchWithDeadRunner({ marked })
    await cancelJob(bench.deps, job)
    bench.run()
    const done = toJob(await bench.until(job.jobId, ended), { usualMs: () => undefined })
    expect(done.results[0]).toMatchObject({ status: 'cancelled', ...end })
  })

  test('again and again before it sent anything ends as an error that cost nothing', async () => {
    const { bench, job, task } = await benchWithDeadRunner({ marked: false })
    for (let round = 0; round < 3; round += 1) {
      const now = Date.now() + 10
      expect(await bench.storage.jobs.requeue(task, { lease: 'dead', now })).toBe(true)
      expect(await bench.storage.jobs.claim(task, { lease: 'dead', now, leaseUntil: now })).toBeDefined()
    }
    bench.run()
    const done = toJob(await bench.until(job.jobId, ended), { usualMs: () => undefined })
    expect(done.results[0]).toMatchObject({
      status: 'error',
      error: { code: 'internal' },
      costMicroUsd: 0,
      costCertain: true,
    })
  })

  test('of a deleted job leaves nothing that keeps the deletion from ending', async () => {
    const { bench, job } = await benchWithDeadRunner({ marked: true })
    await bench.storage.jobs.tombstone(job.jobId, { now: Date.now() })
    bench.run()
    await expect
      .poll(() => bench.storage.jobs.due({ now: Date.now(), limit: 10, full: [] }), { timeout: 5000 })
      .toEqual([])
  })
})

describe('a late success', () => {
  /** Two engines: the first paints, its heartbeats do not come, as of a suspended process, and its lease has run out. */
  const overtaken = async () => {
    const clock = fakeClock()
    const bench = await testEngine({ clock, leaseMs: 30_000, taskTimeoutMs: 3_600_000 })
    const held = gate()
    const { jobId } = await bench.submit([model('slow', held.generate)])
    bench.deps.jobs = { ...bench.storage.jobs, heartbeat: () => Promise.reject(new Error('suspended')) }
    const engine = bench.run()
    await held.entered
    return {
      bench,
      held,
      jobId,
      engine,
      overtake: () => (clock.advance(30_000), bench.run()),
    }
  }

  test('after the lease was lost replaces interrupted, once, and is paid for as what it is', async () => {
    const { bench, held, jobId, overtake } = await overtaken()
    overtake()
    const interrupted = await bench.until(jobId, hasStatus('error'))
    expect(interrupted.tasks[0]?.progress).toMatchObject({ error: { code: 'interrupted' } })
    held.open()
    const done = await bench.until(jobId, hasStatus('completed'))
    expect(toJob(done, { usualMs: () => undefined })).toMatchObject({ status: 'completed', settledMicroUsd: 40_000 })
    await expect.poll(bench.money, soon).toMatchObject({ settled: 40_000, uncertain: 0, open: 0 })
  })

  test('that comes when a retry has begun is not taken, and the retry goes on', async () => {
    const { bench, held, jobId, engine, overtake } = await overtaken()
    const second = overtake()
    const interrupted = await bench.until(jobId, hasStatus('error'))
    await second.stop()
    await bench.retry(interrupted, model('slow'))
    held.open()
    await engine.stop()
    const job = (await bench.storage.jobs.find(jobId))!
    expect(job.tasks[0]).toMatchObject({ attempt: 2, progress: { status: 'pending' } })
    expect(await bench.money()).toMatchObject({ settled: 40_000, uncertain: 40_000, open: 40_000 })
  })

  test('of a job that was deleted and removed meanwhile leaves no image behind', async () => {
    const { bench, held, jobId, engine, overtake } = await overtaken()
    await deleteJob(bench.deps, (await bench.storage.jobs.find(jobId))!)
    overtake()
    await expect.poll(bench.money, soon).toMatchObject({ settled: 40_000, open: 0 })
    held.open()
    await engine.stop()
    expect(existsSync(join(bench.dataDir, 'images', jobId))).toBe(false)
  })
})
