import { describe, expect, test } from 'vitest'
import { ProviderError } from '../providers/provider.ts'
import { ended, model, paints, png, refuses, testEngine, view } from './test-engine.ts'

describe('a call', () => {
  test.each([
    ['auth', new ProviderError('auth', 'Key refused.', { didNoWork: true }), 0, true],
    ['content_policy', new ProviderError('content_policy', 'Refused.', { didNoWork: true }), 0, true],
    ['unavailable', new ProviderError('unavailable', 'Reset.', { didNoWork: false }), 40_000, false],
    ['internal', new TypeError('bug'), 40_000, false],
  ])('that fails as %s ends its result so', async (code, error, costMicroUsd, costCertain) => {
    const bench = await testEngine()
    const { jobId } = await bench.submit([model('a', refuses(error))])
    bench.run()
    expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({
      status: 'error',
      error: { code },
      costMicroUsd,
      costCertain,
    })
  })

  test.each([
    ['half a PNG', png.subarray(0, png.length - 40)],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['a page', Buffer.from('<!doctype html><title>no</title>')],
    ['nothing', Buffer.alloc(0)],
  ])('that brings %s ends as invalid_image and keeps no file', async (_, bytes) => {
    const bench = await testEngine()
    const { jobId } = await bench.submit([model('a', async () => ({ images: [{ bytes }] }))])
    bench.run()
    expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({
      status: 'error',
      error: { code: 'invalid_image' },
      costCertain: false,
    })
  })

  test('ends at the deadline, even when the provider does not heed the signal', async () => {
    const bench = await testEngine({ taskTimeoutMs: 20 })
    const { jobId } = await bench.submit([model('deaf', () => new Promise(() => {}))])
    bench.run()
    expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({
      status: 'error',
      error: { code: 'timeout' },
      costMicroUsd: 40_000,
      costCertain: false,
    })
  })

  test('waits by itself once, when the provider asks for a short wait', async () => {
    const bench = await testEngine()
    let calls = 0
    const busy = model('busy', async (request) => {
      calls += 1
      if (calls === 1) throw new ProviderError('rate_limited', 'Slow down.', { didNoWork: true, retryAfterSeconds: 0 })
      return paints(request)
    })
    const { jobId } = await bench.submit([busy])
    bench.run()
    expect(view(await bench.until(jobId, ended))).toMatchObject({ status: 'completed', settledMicroUsd: 40_000 })
    expect(calls).toBe(2)
  })

  test('whose visitor presses Stop while it fails with a wait ends as cancelled', async () => {
    const bench = await testEngine()
    const { jobs } = bench.storage
    const busy = new ProviderError('rate_limited', 'Slow down.', { didNoWork: true, retryAfterSeconds: 5 })
    bench.deps.jobs = {
      ...jobs,
      async release(task, lease) {
        await jobs.requestCancel(task, { now: Date.now() })
        return jobs.release(task, lease)
      },
    }
    const { jobId } = await bench.submit([model('a', refuses(busy))])
    bench.run()
    const [result] = view(await bench.until(jobId, ended)).results
    expect(result).toMatchObject({ status: 'cancelled', outcome: 'not_started', costMicroUsd: 0, costCertain: true })
  })

  test('does not wait a second time, nor for long', async () => {
    const bench = await testEngine()
    const limited = (seconds: number) =>
      new ProviderError('rate_limited', 'No.', { didNoWork: true, retryAfterSeconds: seconds })
    const { jobId } = await bench.submit([model('again', refuses(limited(0))), model('long', refuses(limited(3600)))])
    bench.run()
    const { results } = view(await bench.until(jobId, ended))
    expect(results[0]).toMatchObject({ status: 'error', error: { code: 'rate_limited', retryAfterSeconds: 0 } })
    expect(results[1]).toMatchObject({
      status: 'error',
      error: { code: 'rate_limited', retryAfterSeconds: 3600 },
      costMicroUsd: 0,
    })
  })

  test('is sent what was set and is supported, and the rest is listed as ignored', async () => {
    const bench = await testEngine()
    const asked: unknown[] = []
    const { jobId } = await bench.submit(
      [
        model(
          'a',
          async ({ signal: _, onTicket: __, onProgress: ___, ...request }) => (
            asked.push(request),
            paints({ ...request, signal: AbortSignal.timeout(1) })
          ),
        ),
      ],
      { parameters: { steps: 30, guidance: 7.5, aspectRatio: '3:4', seed: 5, negativePrompt: 'fog' } },
    )
    bench.run()
    const job = view(await bench.until(jobId, ended))
    expect(asked).toEqual([{ prompt: 'a red boat', guidance: 7.5, seed: 5, count: 1 }])
    expect(job.results[0]?.ignored.toSorted()).toEqual(['aspectRatio', 'negativePrompt', 'steps'])
    expect(job.parameters.seed).toBe(5)
  })

  test('is sent every parameter that it supports', async () => {
    const bench = await testEngine()
    const asked: unknown[] = []
    const all = model(
      'all',
      async ({ signal: _, onTicket: __, onProgress: ___, ...request }) => (
        asked.push(request),
        { images: [{ bytes: png }] }
      ),
    )
    Object.assign(all.abilities, { seed: false, negativePrompt: true, steps: true })
    const { jobId } = await bench.submit([all], {
      parameters: { steps: 30, guidance: 7.5, aspectRatio: '16:9', seed: 5, negativePrompt: 'fog' },
    })
    bench.run()
    expect(view(await bench.until(jobId, ended)).results[0]?.ignored).toEqual(['seed'])
    expect(asked).toEqual([
      { prompt: 'a red boat', aspectRatio: '16:9', guidance: 7.5, negativePrompt: 'fog', steps: 30, count: 1 },
    ])
  })

  test('is told a seed that the server drew and recorded, when none was given', async () => {
    const bench = await testEngine()
    const seeds: unknown[] = []
    const { jobId } = await bench.submit([model('a', async (request) => (seeds.push(request.seed), paints(request)))])
    bench.run()
    const job = view(await bench.until(jobId, ended))
    expect(seeds).toEqual([job.parameters.seed])
    expect(job.results[0]?.ignored).toEqual([])
  })
})

describe('several images of a model', () => {
  test('are made by as many calls as it takes, each with its own seed', async () => {
    const bench = await testEngine()
    const { jobId } = await bench.submit([model('a')], { parameters: { imagesPerModel: 4, seed: 2_147_483_646 } })
    bench.run()
    const [result] = view(await bench.until(jobId, ended)).results
    if (result?.status !== 'completed') throw new Error('not completed')
    expect(result.images.map(({ seed }) => seed)).toEqual([2_147_483_646, 2_147_483_647, 0, 1])
    expect(new Set(result.images.map(({ url }) => url)).size).toBe(4)
    expect(result).toMatchObject({ requested: 4, costMicroUsd: 160_000 })
  })

  test('come in one call where the provider can', async () => {
    const bench = await testEngine()
    const counts: number[] = []
    const many = model(
      'many',
      async ({ count }) => (counts.push(count), { images: Array.from({ length: count }, () => ({ bytes: png })) }),
    )
    many.abilities.imagesPerCall = 3
    const { jobId } = await bench.submit([many], { parameters: { imagesPerModel: 4 } })
    bench.run()
    const [result] = view(await bench.until(jobId, ended)).results
    expect(counts).toEqual([3, 1])
    expect(result?.status === 'completed' && result.images.length).toBe(4)
  })

  test('are kept when others fail, which is named as a shortfall', async () => {
    const bench = await testEngine()
    let calls = 0
    const half = model('half', (request) => {
      calls += 1
      if (calls % 2 === 0) throw new ProviderError('content_policy', 'Refused.', { didNoWork: true })
      return paints(request)
    })
    const { jobId } = await bench.submit([half], { parameters: { imagesPerModel: 4 } })
    bench.run()
    const [result] = view(await bench.until(jobId, ended)).results
    expect(result).toMatchObject({
      status: 'completed',
      shortfall: { code: 'content_policy' },
      costMicroUsd: 80_000,
      costCertain: true,
    })
    expect(result?.status === 'completed' && result.images.length).toBe(2)
  })
})
