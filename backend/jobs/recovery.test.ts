import { describe, expect, test } from 'vitest'
import { cancelJob } from './cancel-job.ts'
import { toJob } from './job-view.ts'
import { ended, fakeClock, gate, hasStatus, model, paints, testEngine } from './test-engine.ts'

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
      .poll(() => bench.storage.jobs.due({ now: Date.now(), limit: 10, busyLanes: [] }), { timeout: 5000 })
      .toEqual([])
  })
})

describe('a late success', () => {
  test('after the lease was lost replaces interrupted, once', async () => {
    const clock = fakeClock()
    const bench = await testEngine({ clock, taskTimeoutMs: 300_000 })
    const slow = gate()
    const { jobId } = await bench.submit([model('slow', slow.generate)])
    const storage = bench.storage.jobs
    // The heartbeat of a suspended process does not come.
    bench.deps.jobs = { ...storage, heartbeat: () => Promise.reject(new Error('suspended')) }
    bench.run()
    await slow.entered
    clock.advance(bench.deps.leaseMs)
    bench.run()
    const interrupted = await bench.until(jobId, hasStatus('error'))
    expect(interrupted.tasks[0]?.progress).toMatchObject({ error: { code: 'interrupted' } })
    slow.open()
    const done = await bench.until(jobId, hasStatus('completed'))
    expect(toJob(done, { usualMs: () => undefined })).toMatchObject({ status: 'completed', settledMicroUsd: 40_000 })
  })
})
