import { describe, expect, test } from 'vitest'
import { ProviderError, type Generate } from '../providers/provider.ts'
import { cancelJob } from './cancel-job.ts'
import { deleteJob } from './delete-job.ts'
import { ended, gate, hasStatus, model, paints, png, refuses, testEngine, untilAborted, view } from './test-engine.ts'

describe('a job', () => {
  test('ends with a kept picture from every model', async () => {
    const bench = await testEngine()
    const { jobId } = await bench.submit([model('a'), model('b'), model('c')])
    bench.run()
    const job = view(await bench.until(jobId, ended))
    expect(job).toMatchObject({
      status: 'completed',
      completedModels: 3,
      settledMicroUsd: 120_000,
      estimatedMicroUsd: 120_000,
    })
    for (const result of job.results) {
      expect(result).toMatchObject({ status: 'completed', costMicroUsd: 40_000, costCertain: true })
      if (result.status !== 'completed') throw new Error('not completed')
      const [image] = result.images
      expect(image).toMatchObject({ width: 64, height: 48, mediaType: 'image/png', bytes: png.length })
      const kept = await bench.storage.images.read(image!.url.slice(1))
      expect(Buffer.from(kept!.bytes)).toEqual(png)
      expect(await bench.storage.images.read(image!.thumbnailUrl.slice(1))).toMatchObject({ mediaType: 'image/webp' })
    }
  })

  test('is partial when one model fails beside good ones, and the failed one can be retried alone', async () => {
    const bench = await testEngine()
    let down = true
    const flaky = model('flaky', (request) => {
      if (down) throw new ProviderError('auth', 'Key refused.', { didNoWork: true })
      return paints(request)
    })
    const { jobId } = await bench.submit([model('good'), flaky])
    bench.run()
    const failed = await bench.until(jobId, ended)
    expect(view(failed)).toMatchObject({ status: 'partial', settledMicroUsd: 40_000 })
    expect(view(failed).results[1]).toMatchObject({
      status: 'error',
      error: { code: 'auth', message: 'Key refused.' },
      costMicroUsd: 0,
      costCertain: true,
    })
    down = false
    await bench.retry(failed, flaky)
    const job = view(await bench.until(jobId, ended))
    expect(job).toMatchObject({ status: 'completed', settledMicroUsd: 80_000 })
    expect(job.results[1]).toMatchObject({ attempt: 2, status: 'completed' })
    expect(job.attempts).toMatchObject([{ model: 'flaky', attempt: 1, status: 'error' }])
    await expect(bench.retry((await bench.storage.jobs.find(jobId))!, flaky)).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('cannot be retried for ever', async () => {
    const bench = await testEngine()
    const hopeless = model('hopeless', refuses(new ProviderError('auth', 'Key refused.', { didNoWork: true })))
    const { jobId } = await bench.submit([hopeless])
    bench.run()
    for (let attempt = 1; attempt < 20; attempt += 1) await bench.retry(await bench.until(jobId, ended), hopeless)
    const last = await bench.until(jobId, ended)
    expect(view(last).attempts).toHaveLength(19)
    await expect(bench.retry(last, hopeless)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('cannot be retried while it runs', async () => {
    const bench = await testEngine()
    const held = gate()
    const slow = model('slow', held.generate)
    const job = await bench.submit([slow])
    bench.run()
    await held.entered
    await expect(bench.retry(job, slow)).rejects.toMatchObject({ code: 'conflict' })
    held.open()
    await bench.until(job.jobId, ended)
  })

  test('asks each model once, however often its tasks are announced', async () => {
    const bench = await testEngine()
    let calls = 0
    const { jobId } = await bench.submit([model('once', async (request) => ((calls += 1), paints(request)))])
    bench.run()
    bench.run()
    await bench.storage.queue.send([{ jobId, model: 'once', attempt: 1 }], { taker: 'v' })
    await bench.until(jobId, ended)
    await bench.storage.queue.send([{ jobId, model: 'once', attempt: 1 }], { taker: 'v' })
    expect(calls).toBe(1)
  })

  test('of a retired model ends at once, without a call', async () => {
    const bench = await testEngine()
    const job = await bench.submit([
      model('old', refuses(new Error('called')), { enabled: false, lifecycle: { state: 'retired' }, successor: 'New' }),
    ])
    expect(view(job)).toMatchObject({ status: 'failed', completedModels: 1, estimatedMicroUsd: 0 })
    expect(view(job).results[0]).toMatchObject({
      error: { code: 'retired_model', message: expect.stringContaining('New succeeds it') },
      costMicroUsd: 0,
    })
  })
})

describe('stop', () => {
  test('releases what has not started and stops what was sent, each with its honest outcome', async () => {
    const bench = await testEngine({ laneLimit: 1 })
    const sent = Promise.withResolvers<void>()
    const slow = model('slow', (request) => (sent.resolve(), untilAborted(request)))
    const waiting = model('waiting', paints)
    const job = await bench.submit([slow, waiting])
    bench.run()
    await sent.promise
    await cancelJob(bench.deps, job)
    const stopped = view(await bench.until(job.jobId, ended))
    expect(stopped.status).toBe('cancelled')
    expect(stopped.results[0]).toMatchObject({
      status: 'cancelled',
      outcome: 'stopped',
      costMicroUsd: 40_000,
      costCertain: false,
    })
    expect(stopped.results[1]).toMatchObject({
      status: 'cancelled',
      outcome: 'not_started',
      costMicroUsd: 0,
      costCertain: true,
    })
  })

  test('that comes between claim and call is heeded before anything is sent', async () => {
    const bench = await testEngine()
    let calls = 0
    const { jobs } = bench.storage
    bench.deps.jobs = {
      ...jobs,
      async claim(task, lease) {
        const claimed = await jobs.claim(task, lease)
        await jobs.requestCancel(task, { now: Date.now() })
        return claimed
      },
    }
    const { jobId } = await bench.submit([model('a', async () => ((calls += 1), { images: [] }))])
    bench.run()
    expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({ outcome: 'not_started', costMicroUsd: 0 })
    expect(calls).toBe(0)
  })

  test('after the first of several pictures keeps that one and names the rest as stopped', async () => {
    const bench = await testEngine()
    const second = Promise.withResolvers<void>()
    let calls = 0
    const some = model('some', (request) => {
      calls += 1
      if (calls === 1) return paints(request)
      second.resolve()
      return untilAborted(request)
    })
    const job = await bench.submit([some], { parameters: { imagesPerModel: 2 } })
    bench.run()
    await second.promise
    await cancelJob(bench.deps, job)
    const [result] = view(await bench.until(job.jobId, ended)).results
    expect(result).toMatchObject({
      status: 'completed',
      shortfall: { code: 'interrupted' },
      costMicroUsd: 80_000,
      costCertain: false,
    })
  })

  test('of a job that was just deleted finds it no more', async () => {
    const bench = await testEngine()
    const job = await bench.submit([model('a')])
    await deleteJob(bench.deps, job)
    await expect(cancelJob(bench.deps, job)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('leaves an ended job as it stands', async () => {
    const bench = await testEngine()
    const { jobId } = await bench.submit([model('a')])
    bench.run()
    const before = await bench.until(jobId, ended)
    expect(await cancelJob(bench.deps, before)).toEqual(before)
  })
})

describe('delete', () => {
  test('in mid-run leaves nothing behind', async () => {
    const bench = await testEngine()
    const held = gate()
    const job = await bench.submit([model('slow', held.generate), model('quick')])
    const engine = bench.run()
    await held.entered
    await bench.until(job.jobId, hasStatus('completed'))
    await deleteJob(bench.deps, (await bench.storage.jobs.find(job.jobId))!)
    expect(await bench.storage.jobs.find(job.jobId)).toBeUndefined()
    held.open()
    await engine.stop()
    const second = bench.run()
    await expect
      .poll(async () => bench.storage.jobs.due({ now: Date.now(), limit: 10, full: [] }), { timeout: 5000 })
      .toEqual([])
    await second.stop()
  })
})

describe('a lane', () => {
  test('bounds the calls that are under way at once', async () => {
    const bench = await testEngine({ laneLimit: 2 })
    let inside = 0
    let most = 0
    const full = Promise.withResolvers<void>()
    const opened = Promise.withResolvers<void>()
    const counted: Generate = async (request) => {
      inside += 1
      most = Math.max(most, inside)
      if (inside === 2) full.resolve()
      await opened.promise
      inside -= 1
      return paints(request)
    }
    const { jobId } = await bench.submit(
      [1, 2, 3, 4, 5].map((n) => model(`m${n}`, counted)),
      { parameters: { imagesPerModel: 3 } },
    )
    bench.run()
    await full.promise
    opened.resolve()
    await bench.until(jobId, ended)
    expect(most).toBe(2)
  })

  test('with a long queue does not hide the tasks of another behind it', async () => {
    const bench = await testEngine({ laneLimit: 1 })
    const held = gate()
    const stuck = Array.from({ length: 120 }, (_, n) => model(`stuck-${n}`, held.generate))
    await bench.submit(stuck)
    const { jobId } = await bench.submit([model('free', paints, { lane: 'other' })])
    const engine = bench.run()
    await bench.until(jobId, ended)
    await expect.poll(() => engine.running()).toBe(1)
    held.open()
  })

  test('that is full does not hold up another', async () => {
    const bench = await testEngine({ laneLimit: 1 })
    const held = gate()
    const { jobId } = await bench.submit([model('stuck', held.generate), model('free', paints, { lane: 'other' })])
    bench.run()
    const job = view(await bench.until(jobId, hasStatus('completed')))
    expect(job.results.map(({ status }) => status)).toEqual(['in_progress', 'completed'])
    held.open()
    await bench.until(jobId, ended)
  })
})
