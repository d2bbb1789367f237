import { describe, expect, test } from 'vitest'
import { ProviderError, type Generate } from '../providers/provider.ts'
import { boundedLanes } from './lanes.ts'
import { ended, fakeClock, gate, hasStatus, model, paints, refuses, testEngine, view } from './test-engine.ts'

const never: Generate = () => new Promise(() => {})

describe('with a clock that the test moves', () => {
  test('a provider that never answers is given up at the deadline, not before', async () => {
    const clock = fakeClock()
    const bench = await testEngine({ clock, taskTimeoutMs: 180_000, leaseMs: 3_600_000 })
    const { jobId } = await bench.submit([model('deaf', never)])
    bench.run()
    await bench.until(jobId, hasStatus('in_progress'))
    clock.advance(179_999)
    expect(hasStatus('in_progress')((await bench.storage.jobs.find(jobId))!)).toBe(true)
    clock.advance(1)
    const [result] = view(await bench.until(jobId, ended)).results
    expect(result).toMatchObject({
      error: { code: 'timeout', message: expect.stringContaining('did not answer') },
      durationMs: 180_000,
    })
  })

  test('a call whose turn does not come in time was not sent, and says so', async () => {
    const clock = fakeClock()
    const bench = await testEngine({ clock, taskTimeoutMs: 1000, leaseMs: 3_600_000, laneLimit: 1 })
    const asked = Promise.withResolvers<void>()
    const deaf = model('deaf', (request) => (asked.resolve(), never(request)))
    const { jobId } = await bench.submit([deaf], { parameters: { imagesPerModel: 2 } })
    bench.run()
    await asked.promise
    clock.advance(1000)
    const [result] = view(await bench.until(jobId, ended)).results
    expect(result).toMatchObject({ error: { code: 'timeout' }, costMicroUsd: 40_000, costCertain: false })
  })

  test.each([
    ['rate_limited', 20, 20_000],
    ['unavailable', 30, 30_000],
  ] as const)('%s with a wait of %s s is shown as waiting and tried once more', async (code, seconds, waitMs) => {
    const clock = fakeClock()
    const bench = await testEngine({ clock, leaseMs: 3_600_000 })
    let calls = 0
    const busy = model('busy', (request) => {
      calls += 1
      if (calls > 1) return paints(request)
      throw new ProviderError(code, 'Not now.', {
        didNoWork: true,
        retryAfterSeconds: seconds,
      })
    })
    const { jobId } = await bench.submit([busy])
    const startedAt = clock.now()
    bench.run()
    const waiting = view(await bench.until(jobId, (job) => hasStatus('pending')(job) && job.version > 2))
    expect(waiting.results[0]).toMatchObject({ status: 'pending', retryAt: new Date(startedAt + waitMs).toISOString() })
    clock.advance(waitMs)
    expect(view(await bench.until(jobId, ended))).toMatchObject({ status: 'completed', settledMicroUsd: 40_000 })
    expect(calls).toBe(2)
  })

  test('a runner whose machine slept goes on, since nobody took its lease', async () => {
    const clock = fakeClock()
    const bench = await testEngine({ clock, leaseMs: 30_000, taskTimeoutMs: 3_600_000 })
    const held = gate()
    const { jobId } = await bench.submit([model('slow', held.generate)])
    bench.run()
    await held.entered
    clock.advance(600_000)
    held.open()
    expect(view(await bench.until(jobId, ended))).toMatchObject({ status: 'completed' })
  })
})

describe('a server that is told to end', () => {
  test('sends nothing more, and gives back what it had not begun', async () => {
    const bench = await testEngine({ laneLimit: 1 })
    const held = gate()
    let calls = 0
    const four = model('four', (request) => ((calls += 1), held.generate(request)))
    const { jobId } = await bench.submit([four, model('other')], { parameters: { imagesPerModel: 4 } })
    const engine = bench.run()
    await held.entered
    const stopped = engine.stop()
    held.open()
    await stopped
    const [first, second] = view((await bench.storage.jobs.find(jobId))!).results
    expect(calls).toBe(1)
    expect(first).toMatchObject({
      status: 'completed',
      images: [{}],
      shortfall: { code: 'interrupted', message: 'The server was stopped before the rest was sent.' },
      costMicroUsd: 40_000,
      costCertain: true,
    })
    expect(second).toMatchObject({ status: 'pending' })
    bench.run()
    expect(view(await bench.until(jobId, ended)).results[1]).toMatchObject({ status: 'completed' })
  })

  test('gives back a task that was waiting for its turn', async () => {
    const bench = await testEngine({ laneLimit: 2 })
    const held = gate()
    const { jobId } = await bench.submit([model('first', held.generate), model('late', held.generate)])
    bench.deps.lanes = boundedLanes(1)
    const engine = bench.run()
    await held.entered
    await bench.until(jobId, (job) => job.tasks.every(({ progress }) => progress.status === 'in_progress'))
    const stopped = engine.stop()
    held.open()
    await stopped
    const [first, second] = view((await bench.storage.jobs.find(jobId))!).results
    expect(first).toMatchObject({ status: 'completed' })
    expect(second).toMatchObject({ status: 'pending' })
  })
})

describe('what an attempt is reckoned to have cost', () => {
  test('is what the provider said, when one of the pictures it charged for is damaged', async () => {
    const bench = await testEngine()
    const told = model('told', async () => ({ images: [{ bytes: Buffer.from('no picture') }], costMicroUsd: 30_000 }))
    const { jobId } = await bench.submit([told])
    bench.run()
    const [result] = view(await bench.until(jobId, ended)).results
    expect(result).toMatchObject({ error: { code: 'invalid_image' }, costMicroUsd: 30_000, costCertain: true })
  })

  test('is certainly nothing for a free model, whatever happened', async () => {
    const bench = await testEngine()
    const free = model('free', refuses(new TypeError('bug')), { priceMicroUsd: 0 })
    const { jobId } = await bench.submit([free])
    bench.run()
    expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({ costMicroUsd: 0, costCertain: true })
  })

  test('is not known for a model of unknown price that may have charged', async () => {
    const bench = await testEngine()
    const { jobId } = await bench.submit([model('unpriced', refuses(new TypeError('bug')), { priceMicroUsd: null })])
    bench.run()
    expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({ costMicroUsd: null, costCertain: false })
  })
})
