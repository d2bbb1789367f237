import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Job } from '../../contract/job.ts'
import { JobStatusReply, StatusReply } from '../../contract/status.ts'
import { hasStatus, model, png } from '../jobs/test-engine.ts'
import { listen, newVisitor, refusalOf, testApp } from './test-app.ts'

const unknownId = 'A'.repeat(22)

/** An app with one model that paints when told to, and a job that is waiting for it. */
async function paintingApp(options: Parameters<typeof testApp>[0] = {}) {
  const told = Promise.withResolvers<void>()
  const patient = model('patient', async () => {
    await told.promise
    return { images: [{ bytes: png }] }
  })
  const given = await testApp({ models: [patient], ...options })
  onTestFinished(() => told.resolve())
  const { jobId } = Job.parse(await (await given.post('/api/generate', { prompt: 'a red boat' })).json())
  const { version } = await given.engine.until(jobId, hasStatus('in_progress'))
  return { ...given, jobId, version, paint: told.resolve }
}

test('answers at once with the job as it stands', async () => {
  const { app, jobId, version } = await paintingApp()
  const reply = await app.request(`/api/status/${jobId}`)
  expect(reply.headers.get('Cache-Control')).toBe('no-store')
  const job = JobStatusReply.parse(await reply.json())
  expect(job).toMatchObject({ jobId, version, status: 'in_progress' })
  expect(job).not.toHaveProperty('pollAfterMs')
})

test('answers at once when the job is newer than the version asked for', async () => {
  const { app, jobId, version } = await paintingApp()
  const reply = await app.request(`/api/status/${jobId}?after=${version - 1}`)
  expect(Job.parse(await reply.json()).version).toBe(version)
})

test('holds the answer until the job moves', async () => {
  const { app, jobId, version, paint } = await paintingApp()
  const settled = vi.fn<() => void>()
  const held = Promise.resolve(app.request(`/api/status/${jobId}?after=${version}`)).finally(settled)
  await setImmediate()
  expect(settled).not.toHaveBeenCalled()
  paint()
  expect(Job.parse(await (await held).json())).toMatchObject({ status: 'completed', version: version + 1 })
})

test('answers with the job unchanged when the hold is over', async () => {
  const { app, jobId, version } = await paintingApp({ statusHoldMs: 1 })
  const reply = await app.request(`/api/status/${jobId}?after=${version}`)
  expect(Job.parse(await reply.json())).toMatchObject({ status: 'in_progress', version })
})

test('of one client 50 requests are held, the next is answered at once, and others are held still', async () => {
  const addresses = new AsyncLocalStorage<string>()
  const clients = { peer: () => addresses.getStore(), proxies: 0 }
  const { app, jobId, version, paint } = await paintingApp({ clients })
  const ask = async (address: string) => {
    const reply = await addresses.run(address, () => app.request(`/api/status?jobs=${jobId}:${version}`))
    return StatusReply.parse(await reply.json())
  }
  const held = Array.from({ length: 50 }, (_, n) => ask(`2001:db8::${n}`))
  expect(await ask('2001:db8::ff')).toEqual({ jobs: [], missing: [], pollAfterMs: 1000 })
  held.push(ask('203.0.113.7'))
  paint()
  for (const { jobs, pollAfterMs } of await Promise.all(held))
    expect([jobs.length, pollAfterMs]).toEqual([1, undefined])
  // Those that were held have given their room back.
  const again = ask('2001:db8::1')
  expect(await again).toMatchObject({ jobs: [{ jobId }] })
  expect(await again).not.toHaveProperty('pollAfterMs')
})

test('where requests are not held, answers at once and says when to ask again while the job runs', async () => {
  const { app, jobId, version, paint, engine } = await paintingApp({ statusHoldMs: 0 })
  const one = await app.request(`/api/status/${jobId}?after=${version}`)
  expect(JobStatusReply.parse(await one.json())).toMatchObject({ version, pollAfterMs: 1000 })
  const several = await app.request(`/api/status?jobs=${jobId}:${version}`)
  expect(StatusReply.parse(await several.json())).toEqual({ jobs: [], missing: [], pollAfterMs: 1000 })
  paint()
  await engine.until(jobId, hasStatus('completed'))
  expect(await (await app.request(`/api/status/${jobId}`)).json()).not.toHaveProperty('pollAfterMs')
})

test('of several jobs, answers with those that moved and names those that do not exist', async () => {
  const { app, jobId, version, post } = await paintingApp()
  const other = Job.parse(await (await post('/api/generate', { prompt: 'a blue boat' })).json())
  const query = `${jobId}:${version},${other.jobId}:0,${unknownId}:3`
  const reply = StatusReply.parse(await (await app.request(`/api/status?jobs=${query}`)).json())
  expect(reply.jobs.map((job) => job.jobId)).toEqual([other.jobId])
  expect(reply.missing).toEqual([unknownId])
})

test('of several jobs, holds the answer until one moves', async () => {
  const { app, jobId, version, paint } = await paintingApp()
  const held = app.request(`/api/status?jobs=${jobId}:${version}`)
  paint()
  const { jobs } = StatusReply.parse(await (await held).json())
  expect(jobs).toMatchObject([{ jobId, status: 'completed' }])
})

test('a job that is deleted meanwhile ends the hold: 404, and missing from several', async () => {
  const { app, jobId, version } = await paintingApp()
  const one = app.request(`/api/status/${jobId}?after=${version}`)
  const several = app.request(`/api/status?jobs=${jobId}:${version}`)
  await setImmediate()
  await app.request(`/api/gallery/${jobId}`, { method: 'DELETE' })
  expect(await refusalOf(one)).toMatchObject({ status: 404, code: 'not_found' })
  expect(StatusReply.parse(await (await several).json())).toEqual({ jobs: [], missing: [jobId] })
})

test('a visitor who goes away ends the hold', async () => {
  const { app, jobId, version, logged } = await paintingApp({ statusHoldMs: 600_000 })
  const going = new AbortController()
  const request = new Request(`http://localhost/api/status/${jobId}?after=${version}`, { signal: going.signal })
  const held = app.request(request)
  await setImmediate()
  going.abort()
  expect((await held).status).toBe(200)
  expect(logged.filter((line) => line.includes('/api/status/:jobId'))).toHaveLength(1)
})

test('a connection that breaks ends the hold', async () => {
  const { app, jobId, version, logged } = await paintingApp({ statusHoldMs: 600_000 })
  const arrived = Promise.withResolvers<void>()
  const { origin } = await listen((request) => {
    arrived.resolve()
    return app.fetch(request)
  })
  const going = new AbortController()
  const held = fetch(`${origin}/api/status/${jobId}?after=${version}`, { signal: going.signal })
  await arrived.promise
  going.abort()
  await expect(held).rejects.toThrow(/abort/u)
  await vi.waitUntil(() => logged.some((line) => line.includes('"route":"/api/status/:jobId"')), { timeout: 4000 })
})

test.each(['-1', '1.5', 'abc', '', '1e3', '0x1', '9999999999', '%20', '1,2'])('refuses after=%s', async (after) => {
  const { app, jobId } = await paintingApp()
  const refusal = await refusalOf(app.request(`/api/status/${jobId}?after=${after}`))
  expect(refusal).toMatchObject({ status: 400, fields: [{ path: 'after', message: 'Must be a version number' }] })
})

const ids = (count: number) => Array.from({ length: count }, (_, i) => `${String(i).padStart(22, 'A')}:1`)
test.each([
  ['none', ''],
  ['an empty list', 'jobs='],
  ['no id', 'jobs=nope:1'],
  ['an odd version', `jobs=${unknownId}:x`],
  ['a job named twice', `jobs=${unknownId}:1,${unknownId}:2`],
  ['21 jobs', `jobs=${ids(21).join(',')}`],
  ['an unknown parameter', `jobs=${unknownId}&wait=1`],
  ['a parameter given twice', `jobs=${unknownId}&jobs=${unknownId}`],
])('of several jobs, refuses %s', async (_, query) => {
  const { app } = await testApp()
  const refusal = await refusalOf(app.request(`/api/status?${query}`))
  expect(refusal).toMatchObject({ status: 400, code: 'invalid_request' })
  expect(refusal.fields).toHaveLength(1)
})

test('accepts 20 jobs', async () => {
  const { app } = await testApp()
  const reply = StatusReply.parse(await (await app.request(`/api/status?jobs=${ids(20).join(',')}`)).json())
  expect(reply.missing).toHaveLength(20)
})

test.each([unknownId, 'nope', 'A'.repeat(21), 'A'.repeat(23), '..%2f..', '%00', 'A'.repeat(5000), "'%20or%201=1"])(
  'answers 404 in words for the job id %s',
  async (id) => {
    const { app } = await testApp()
    const refusal = await refusalOf(app.request(`/api/status/${id}`))
    expect(refusal).toMatchObject({ status: 404, code: 'not_found', error: expect.stringMatching(/\.$/u) })
  },
)

test("another visitor's job does not exist, on every route", async () => {
  const given = await testApp({ visitors: { mode: 'many', secrets: () => ['s'], https: false } })
  const { app, post, finishedJob, galleryIds } = given
  const [mine, theirs] = [await newVisitor(app), await newVisitor(app)]
  const { jobId, version } = await finishedJob({ prompt: 'a red boat' }, theirs)
  const refusals = await Promise.all(
    [
      app.request(`/api/status/${jobId}`, { headers: mine }),
      app.request(`/api/status/${jobId}?after=${version}`, { headers: mine }),
      post(`/api/jobs/${jobId}/cancel`, {}, mine),
      post(`/api/jobs/${jobId}/retry`, { model: 'red' }, mine),
      app.request(`/api/gallery/${jobId}`, { headers: mine }),
      app.request(`/api/gallery/${jobId}`, { method: 'DELETE', headers: mine }),
    ].map(refusalOf),
  )
  const missing = await refusalOf(app.request(`/api/status/${unknownId}`, { headers: mine }))
  for (const { requestId: _, ...refusal } of refusals) expect({ ...missing, ...refusal }).toEqual(missing)
  const several = await app.request(`/api/status?jobs=${jobId}:0`, { headers: mine })
  expect(StatusReply.parse(await several.json())).toEqual({ jobs: [], missing: [jobId] })
  expect(await galleryIds(mine)).toEqual([])
  expect(await galleryIds(theirs)).toEqual([jobId])
})
