import { pino } from 'pino'
import { expect, test } from 'vitest'
import { ProviderError } from '../providers/provider.ts'
import { imageKey, StorageUnavailable } from '../storage/storage.ts'
import { systemClock } from './clock.ts'
import { deleteJob } from './delete-job.ts'
import { toJob } from './job-view.ts'
import { persistently } from './persistently.ts'
import { picturesOf } from './share-pictures.ts'
import { ended, fakeClock, hasStatus, model, png, soon, testEngine, view } from './test-engine.ts'

const full = () => Promise.reject(new StorageUnavailable('The disk is full. Free some space.'))

/** Fails as a full disk does, `times` times, then works again. */
const failing = <Args extends unknown[], T>(write: (...args: Args) => Promise<T>, times: number) => {
  let left = times
  return (...args: Args): Promise<T> => (left-- > 0 ? full() : write(...args))
}

test('a picture that was paid for is kept as soon as the disk has room again', async () => {
  const bench = await testEngine()
  bench.deps.images = { ...bench.storage.images, put: failing(bench.storage.images.put, 1) }
  bench.deps.jobs = { ...bench.storage.jobs, finish: failing(bench.storage.jobs.finish, 1) }
  const { jobId } = await bench.submit([model('a')])
  bench.run()
  expect(toJob(await bench.until(jobId, ended), { usualMs: () => undefined })).toMatchObject({ status: 'completed' })
})

test('a picture gives its memory back when it is kept, and not before, however often that is tried', async () => {
  const bench = await testEngine()
  bench.deps.images = { ...bench.storage.images, put: failing(bench.storage.images.put, 2) }
  const bytes = new Uint8Array(png)
  const release = () => void bytes.buffer.transfer(0)
  const { jobId } = await bench.submit([model('a', async () => ({ images: [{ bytes, release }] }))])
  bench.run()
  const [image] = picturesOf(await bench.until(jobId, ended))
  expect(bytes).toHaveLength(0)
  expect(image?.bytes).toBe(png.length)
  const kept = image && (await bench.storage.images.read(imageKey(jobId, image)))
  expect(Buffer.compare(kept?.bytes ?? Buffer.alloc(0), png)).toBe(0)
})

test('what a task came to is stored when the storage comes back, however late', async () => {
  const clock = fakeClock()
  const bench = await testEngine({ clock })
  const { jobs } = bench.storage
  let tries = 0
  bench.deps.jobs = { ...jobs, finish: (...args) => ((tries += 1), tries <= 20 ? full() : jobs.finish(...args)) }
  const { jobId } = await bench.submit([model('a')])
  bench.run()
  await expect.poll(() => tries, soon).toBe(1)
  const passing = setInterval(() => clock.advance(1000), 1)
  const job = await bench.until(jobId, ended).finally(() => clearInterval(passing))
  expect(view(job).results[0]).toMatchObject({ status: 'completed', costMicroUsd: 40_000, costCertain: true })
})

test('a picture that came and could not be kept has cost its price, without a doubt', async () => {
  const clock = fakeClock()
  const bench = await testEngine({ clock })
  let tries = 0
  bench.deps.images = { ...bench.storage.images, put: () => ((tries += 1), full()) }
  const { jobId } = await bench.submit([model('a')])
  bench.run()
  await expect.poll(() => tries, soon).toBe(2)
  const passing = setInterval(() => clock.advance(1000), 1)
  const job = await bench.until(jobId, ended).finally(() => clearInterval(passing))
  expect(view(job).results[0]).toMatchObject({
    status: 'error',
    error: { message: 'The picture could not be kept: The disk is full. Free some space.' },
    costMicroUsd: 40_000,
    costCertain: true,
  })
})

test('a task whose dispatch cannot be marked is not sent, and says why', async () => {
  const bench = await testEngine()
  let calls = 0
  bench.deps.jobs = { ...bench.storage.jobs, markDispatched: full }
  const { jobId } = await bench.submit([model('a', async () => ((calls += 1), { images: [] }))])
  bench.run()
  const [result] = toJob(await bench.until(jobId, ended), { usualMs: () => undefined }).results
  expect(result).toMatchObject({
    status: 'error',
    error: { message: expect.stringContaining('Free some space') },
    costMicroUsd: 0,
    costCertain: true,
  })
  expect(calls).toBe(0)
})

test('a task whose picture could not be kept is not sent, so that nobody pays for it', async () => {
  const bench = await testEngine()
  let calls = 0
  const { jobId } = await bench.submit([model('a', async () => ((calls += 1), { images: [] }))])
  bench.deps.images = { ...bench.storage.images, ready: full }
  bench.run()
  const [result] = view(await bench.until(jobId, ended)).results
  expect(result).toMatchObject({
    status: 'error',
    error: { message: 'Nothing was sent: The disk is full. Free some space.' },
    costMicroUsd: 0,
    costCertain: true,
  })
  expect(calls).toBe(0)
})

test('a provider that did no work and named no wait is not asked again by itself', async () => {
  const bench = await testEngine()
  let calls = 0
  const nowhere = model('a', () => {
    calls += 1
    throw new ProviderError('unavailable', 'There is nothing at this address.', { didNoWork: true })
  })
  const { jobId } = await bench.submit([nowhere])
  bench.run()
  expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({ status: 'error', costMicroUsd: 0 })
  expect(calls).toBe(1)
})

test('the engine goes on when looking for tasks fails for a while', async () => {
  const bench = await testEngine()
  bench.deps.jobs = { ...bench.storage.jobs, due: failing(bench.storage.jobs.due, 1) }
  const { jobId } = await bench.submit([model('a')])
  bench.run()
  expect(toJob(await bench.until(jobId, ended), { usualMs: () => undefined })).toMatchObject({ status: 'completed' })
})

test('an answer without images is an error that says so', async () => {
  const bench = await testEngine()
  const { jobId } = await bench.submit([model('a', async () => ({ images: [] }))])
  bench.run()
  const [result] = toJob(await bench.until(jobId, ended), { usualMs: () => undefined }).results
  expect(result).toMatchObject({ status: 'error', error: { code: 'invalid_image' } })
})

test('trouble that is not of the storage is not tried again', async () => {
  let tries = 0
  const broken = () => {
    tries += 1
    return Promise.reject(new TypeError('bug'))
  }
  await expect(persistently({ log: pino({ level: 'silent' }), pause: systemClock.pause }, broken)).rejects.toThrow(
    'bug',
  )
  expect(tries).toBe(1)
})

test('a lease that was lost before anything was sent ends the run without a call', async () => {
  const bench = await testEngine()
  let calls = 0
  const { jobs } = bench.storage
  bench.deps.jobs = { ...jobs, markDispatched: async () => false, heartbeat: async () => 'lost' }
  const { jobId } = await bench.submit([model('a', async () => ((calls += 1), { images: [] }))])
  const engine = bench.run()
  await bench.until(jobId, hasStatus('in_progress'))
  await engine.stop()
  expect(calls).toBe(0)
})

test('a result that can never be stored is left to the sweeper, and the engine goes on', async () => {
  const bench = await testEngine()
  const { jobs } = bench.storage
  bench.deps.jobs = { ...jobs, finish: () => Promise.reject(new TypeError('bug')) }
  const { jobId } = await bench.submit([model('a')])
  const engine = bench.run()
  await bench.until(jobId, hasStatus('in_progress'))
  await engine.stop()
  expect((await jobs.find(jobId))?.tasks[0]?.progress.status).toBe('in_progress')
})

test('a claim that keeps failing leaves the process free, and is tried again', async () => {
  const bench = await testEngine()
  let claims = 0
  let broken = true
  const { jobs } = bench.storage
  bench.deps.jobs = { ...jobs, claim: (...args) => ((claims += 1), broken ? full() : jobs.claim(...args)) }
  const { jobId } = await bench.submit([model('a')])
  bench.run()
  await expect.poll(() => claims, { timeout: 5000 }).toBe(2)
  broken = false
  expect(view(await bench.until(jobId, ended))).toMatchObject({ status: 'completed' })
  expect(claims).toBeLessThan(6)
})

test('a deleted job that cannot be removed does not hold up another, and its deletion stands', async () => {
  const bench = await testEngine()
  const doomed = await bench.submit([model('a')])
  bench.deps.images = { ...bench.storage.images, removeAll: full }
  await deleteJob(bench.deps, doomed)
  expect(await bench.storage.jobs.find(doomed.jobId)).toBeUndefined()
  const { jobId } = await bench.submit([model('b')])
  bench.run()
  expect(view(await bench.until(jobId, ended))).toMatchObject({ status: 'completed' })
})
