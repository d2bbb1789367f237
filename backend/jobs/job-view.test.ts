import { describe, expect, test } from 'vitest'
import { GalleryEntry } from '../../contract/gallery.ts'
import { Job } from '../../contract/job.ts'
import { ProviderError } from '../providers/provider.ts'
import { toGalleryEntry, toJob } from './job-view.ts'
import { ended, hasStatus, model, paints, testEngine } from './test-engine.ts'
import { usualTimes } from './usual-times.ts'

describe('a job as its visitor sees it', () => {
  test('fits the contract in every state', async () => {
    const bench = await testEngine()
    const limited = new ProviderError('rate_limited', 'Slow down.', { didNoWork: true, retryAfterSeconds: 20 })
    const painting = Promise.withResolvers<void>()
    const { jobId } = await bench.submit([
      model('done', async (request) => ({
        ...(await paints(request)),
        revisedPrompt: 'a red boat, revised',
        costMicroUsd: 12,
      })),
      model('failed', () => Promise.reject(new ProviderError('auth', 'Key refused.', { didNoWork: true }))),
      model('waiting', () => Promise.reject(limited)),
      model('painting', async (request) => {
        await painting.promise
        return paints(request)
      }),
      model('retired', paints, { enabled: false, lifecycle: { state: 'retired' } }),
      model('unpriced', paints, { priceMicroUsd: null }),
    ])
    const engine = bench.run()
    const settled = await bench.until(
      jobId,
      (job) =>
        job.tasks.filter(({ progress }) => progress.status === 'completed').length === 2 &&
        hasStatus('pending')(job) &&
        hasStatus('in_progress')(job),
    )
    const job = Job.parse(toJob(settled, { usualMs: () => 1500 }))
    expect(job).toMatchObject({
      status: 'in_progress',
      estimatedMicroUsd: null,
      settledMicroUsd: 12,
      completedModels: 4,
    })
    const [done, failed, waiting, inProgress, retired, unpriced] = job.results
    expect(done).toMatchObject({ costMicroUsd: 12, revisedPrompt: 'a red boat, revised' })
    expect(failed).toMatchObject({ error: { code: 'auth' }, durationMs: expect.any(Number) })
    expect(waiting).toMatchObject({ status: 'pending', retryAt: expect.stringMatching(/Z$/u) })
    expect(inProgress).toMatchObject({ status: 'in_progress', usualMs: 1500 })
    expect(retired).toMatchObject({ error: { code: 'retired_model' } })
    expect(unpriced).toMatchObject({ costMicroUsd: null, costCertain: true })
    const entry = GalleryEntry.parse(toGalleryEntry(settled))
    expect(entry).toMatchObject({ id: jobId, completedModels: 4, cover: [{ model: 'done' }, { model: 'unpriced' }] })
    painting.resolve()
    await engine.stop()
  })

  test('never shows a key of the store: no secret, lease or visitor', async () => {
    const bench = await testEngine()
    const { jobId } = await bench.submit([model('a')])
    bench.run()
    const record = await bench.until(jobId, ended)
    const shown = JSON.stringify([
      toJob(record, { usualMs: () => undefined, withAttempts: true }),
      toGalleryEntry(record),
    ])
    expect(shown).not.toContain(record.secret)
    expect(shown).not.toMatch(/"(?:visitor|lease|lane|requestHash)"/u)
  })
})

test('a task that waits for its turn says how many come before it, where that is known', async () => {
  const bench = await testEngine()
  const job = await bench.submit([model('a'), model('b')])
  const shown = Job.parse(toJob(job, { usualMs: () => undefined, ahead: new Map([['b', 7]]) }))
  expect(shown.results.map((result) => 'ahead' in result && result.ahead)).toEqual([false, 7])
})

test('a model of which nothing is known any more ends in words', async () => {
  const bench = await testEngine()
  const { jobId } = await bench.submit([model('gone')])
  bench.deps.models = new Map()
  bench.run()
  const [result] = toJob(await bench.until(jobId, ended), { usualMs: () => undefined }).results
  expect(result).toMatchObject({
    error: { code: 'unavailable', message: expect.stringContaining('not configured') },
    costMicroUsd: 0,
  })
})

test('the usual time is the median of the latest pictures, from before the start and since', async () => {
  const times = await usualTimes({ recentDurations: async (id) => (id === 'a' ? [100, 300, 200] : []) }, [
    { id: 'a' },
    { id: 'b' },
  ])
  expect([times.of('a'), times.of('b'), times.of('c')]).toEqual([200, undefined, undefined])
  times.note('b', 50)
  for (let n = 0; n < 30; n += 1) times.note('a', 900)
  expect([times.of('a'), times.of('b')]).toEqual([900, 50])
})

test('what the clock was set during tells nothing of the usual time', async () => {
  const times = await usualTimes({ recentDurations: async () => [-3_600_000, 3_600_500] }, [{ id: 'a' }])
  expect(times.of('a')).toBeUndefined()
  times.note('a', -1)
  expect(times.of('a')).toBeUndefined()
  times.note('a', 500)
  expect(times.of('a')).toBe(500)
})
