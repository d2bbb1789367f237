import { afterEach, expect, test, vi } from 'vitest'
import { RefusalError } from '../contract/refusal.ts'
import { getModels, getStatus, listGallery, ServerUnreachable, startJob } from './api.ts'
import { fakeServer, modelsReply, refusal } from './fake-server.ts'
import { fakeJob, fakeModel, pending } from './fake-job.ts'
import { connection } from './ui/connection.ts'

afterEach(() => vi.unstubAllGlobals())

const request = { prompt: 'A fox', models: ['one'] }
const key = 'k'.repeat(16)

test('sends a run as JSON with the key of the click, and answers with the job', async () => {
  const { asked } = fakeServer({ 'POST /api/generate': () => ({ status: 202, body: fakeJob([pending('One')]) }) })
  expect(await startJob(request, key)).toMatchObject({ prompt: 'A fox in the snow' })
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({ method: 'POST', body: request })
  expect(asked[0]?.headers.get('Idempotency-Key')).toBe(key)
  expect(asked[0]?.headers.get('Content-Type')).toBe('application/json')
})

test('a refusal is thrown with its code, its details and the words of the server', async () => {
  fakeServer({
    'POST /api/generate': () =>
      refusal('rate_limited', 'Fifty a day are enough', { retryAfterSeconds: 9, scope: 'address' }),
  })
  const fault = await startJob(request, key).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(RefusalError)
  expect(fault).toMatchObject({
    code: 'rate_limited',
    message: 'Fifty a day are enough',
    details: { retryAfterSeconds: 9, scope: 'address' },
  })
  expect(connection.get()).toBe('up')
})

test('a server that does not answer is unreachable, is not asked twice, and the page knows it is away', async () => {
  const { asked } = fakeServer({ 'POST /api/generate': () => 'unreachable' })
  await expect(startJob(request, key)).rejects.toBeInstanceOf(ServerUnreachable)
  expect(asked).toHaveLength(1)
  expect(connection.get()).toBe('down')
})

test('the first good answer says that the server is back', async () => {
  connection.lost()
  fakeServer({ 'GET /api/models': () => ({ body: modelsReply([fakeModel('One')]) }) })
  await getModels()
  expect(connection.get()).toBe('up')
})

test.each([
  ['a page of HTML', { status: 502, body: '<html>Bad gateway</html>' }],
  ['JSON of another shape', { body: '{"models":"many"}' }],
  ['nothing', { body: '' }],
])('an answer that is %s counts as unreachable', async (_, answer) => {
  fakeServer({ 'GET /api/models': () => answer })
  await expect(getModels()).rejects.toBeInstanceOf(ServerUnreachable)
})

test('a request that the page gave up itself is not taken for a lost server', async () => {
  connection.found()
  fakeServer({})
  const giveUp = new AbortController()
  const asking = getStatus([{ jobId: 'AAAAAAAAAAAAAAAAAAAAAA', after: 3 }], giveUp.signal)
  giveUp.abort()
  await expect(asking).rejects.toMatchObject({ name: 'AbortError' })
  expect(connection.get()).toBe('up')
})

test('asks for the status of jobs with the versions that are known, and for the gallery with what is set', async () => {
  const { asked } = fakeServer({
    'GET /api/status': () => ({ body: { jobs: [], missing: [] } }),
    'GET /api/gallery/list': () => ({ body: { galleries: [] } }),
  })
  await getStatus([
    { jobId: 'AAAAAAAAAAAAAAAAAAAAAA', after: 3 },
    { jobId: 'BBBBBBBBBBBBBBBBBBBBBB', after: undefined },
  ])
  await listGallery({ limit: 10, q: 'a fox' })
  expect(asked.map(({ path }) => path)).toEqual([
    '/api/status?jobs=AAAAAAAAAAAAAAAAAAAAAA:3,BBBBBBBBBBBBBBBBBBBBBB',
    '/api/gallery/list?limit=10&q=a+fox',
  ])
})
