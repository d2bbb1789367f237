import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { longestHoldMs } from '../contract/status.ts'
import { RefusalError } from '../contract/refusal.ts'
import {
  deleteGalleryJob,
  getHealth,
  getModels,
  getStatus,
  listGallery,
  sendLog,
  ServerUnreachable,
  startJob,
  UnexpectedAnswer,
} from './api.ts'
import { fakeServer, modelsReply, refusal } from './fake-server.ts'
import { fakeJob, fakeModel, pending } from './fake-job.ts'
import { connection } from './ui/connection.ts'
import { serverClock } from './ui/server-clock.ts'

beforeEach(() => connection.found())
afterEach(() => vi.unstubAllGlobals())

const request = { prompt: 'A fox', models: ['one'] }
const key = 'k'.repeat(16)
const kept = 'AAAAAAAAAAAAAAAAAAAAAA'
const health = { ok: true, version: '1', parts: { database: { ok: true }, images: { ok: true }, models: { ok: true } } }
const badGateway = { status: 502, body: '<html>Bad gateway</html>' }

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
  ['a page of HTML', badGateway],
  ['JSON of another shape', { body: '{"models":"many"}' }],
  ['nothing', { body: '' }],
  ['a good one of a status that is none', { status: 504, body: JSON.stringify(modelsReply([])) }],
])('an answer that is %s is not understood, and the server is not away for it', async (_, answer) => {
  const states: string[] = []
  onTestFinished(connection.subscribe(() => states.push(connection.get())))
  const { asked } = fakeServer({ 'GET /api/models': () => answer, 'GET /api/health': () => ({ body: health }) })
  await expect(getModels()).rejects.toBeInstanceOf(UnexpectedAnswer)
  await vi.waitUntil(() => asked.some(({ path }) => path === '/api/health'))
  await getHealth()
  expect(states).toEqual([])
})

test('a proxy that answers in place of the server, for its health too, means that the server is away', async () => {
  fakeServer({ 'GET /api/models': () => badGateway, 'GET /api/health': () => badGateway })
  await expect(getModels()).rejects.toBeInstanceOf(UnexpectedAnswer)
  await vi.waitUntil(() => connection.get() === 'down')
})

test.each([401, 502, 504])('an empty answer of status %i is not taken for done', async (status) => {
  fakeServer({
    'DELETE /api/gallery/{jobId}': () => ({ status, body: '' }),
    'POST /api/log': () => ({ status, body: '' }),
    'GET /api/health': () => ({ body: health }),
  })
  await expect(deleteGalleryJob(kept)).rejects.toBeInstanceOf(UnexpectedAnswer)
  await expect(sendLog({ message: 'Oh', page: '/' })).rejects.toBeInstanceOf(UnexpectedAnswer)
})

test('what has no content to answer with is done', async () => {
  fakeServer({ 'DELETE /api/gallery/{jobId}': () => ({}) })
  await expect(deleteGalleryJob(kept)).resolves.toBeUndefined()
})

test('a server that is up but cannot paint answers with its health', async () => {
  connection.lost()
  fakeServer({ 'GET /api/health': () => ({ status: 503, body: { ...health, ok: false } }) })
  expect(await getHealth()).toMatchObject({ ok: false })
  expect(connection.get()).toBe('up')
})

test('times are counted by the clock of the server, which every answer tells', async () => {
  const inAnHour = new Date(Date.now() + 3_600_000).toUTCString()
  fakeServer({ 'GET /api/models': () => ({ headers: { Date: inAnHour }, body: modelsReply([]) }) })
  await getModels()
  expect(Math.abs(serverClock.now() - Date.now() - 3_600_000)).toBeLessThanOrEqual(1000)
})

test('a request that the page gave up itself is not taken for a lost server', async () => {
  fakeServer({})
  const giveUp = new AbortController()
  const asking = getStatus([{ jobId: 'AAAAAAAAAAAAAAAAAAAAAA', after: 3 }], giveUp.signal)
  giveUp.abort()
  await expect(asking).rejects.toMatchObject({ name: 'AbortError' })
  expect(connection.get()).toBe('up')
})

test('waits for news longer than any server holds the request', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers().restoreAllMocks())
  // The clock of the platform's own signal cannot be wound.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const deadline = new AbortController()
    setTimeout(() => deadline.abort(), ms)
    return deadline.signal
  })
  vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => {
    await new Promise((resolve, reject) => {
      setTimeout(resolve, longestHoldMs + 5000)
      signal?.addEventListener('abort', () => reject(signal.reason as Error))
    })
    return Response.json({ jobs: [], missing: [] })
  })
  const asking = getStatus([{ jobId: kept, after: 3 }])
  await vi.advanceTimersByTimeAsync(longestHoldMs + 5000)
  await expect(asking).resolves.toEqual({ jobs: [], missing: [] })
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
