import { expect, test } from 'vitest'
import { Job } from '../../contract/job.ts'
import { pathParameters, routes } from '../../contract/routes.ts'
import { StorageUnavailable } from '../storage/storage.ts'
import { contentSecurityPolicy } from './security-headers.ts'
import { enhancerThat, refusalOf, testApp } from './test-app.ts'

const address = (path: string) => path.replace('{jobId}', 'A'.repeat(22)).replace('{file}', 'x.png')

test('every route of the table is answered, and the app answers no other', async () => {
  const { app } = await testApp()
  const inTable = routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
  const inApp = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path !== '/*')
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/gu, '{$1}')}`)
  expect(inApp.toSorted()).toEqual(inTable.toSorted())
  const named = routes.flatMap(({ path }) => [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name))
  expect(named.every((name) => name !== undefined && name in pathParameters)).toBe(true)
})

test.each(['GET', 'POST', 'DELETE', 'PUT', 'OPTIONS'])('answers 404 to %s of an unknown address', async (method) => {
  const { app } = await testApp()
  const paths = [
    '/api',
    '/api/',
    '/api/none',
    '/api/models/',
    '/api//models',
    '/api/status/',
    '/api/generate/x',
    '/images/x',
  ]
  const codes = paths.map(async (path) => [path, (await refusalOf(app.request(path, { method }))).code])
  expect(await Promise.all(codes)).toEqual(paths.map((path) => [path, 'not_found']))
})

const methodsOf = Map.groupBy(routes, ({ path }) => path)
const wrongMethods = [...methodsOf].flatMap(([path, known]) => {
  const allow = known.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
  const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((method) => !allow.includes(method))
  // DELETE /api/gallery/list deletes the job "list", which does not exist: 404.
  const tried = path === '/api/gallery/list' ? others.filter((method) => method !== 'DELETE') : others
  return tried.map((method) => ({ method, path, allow: allow.join(', ') }))
})

test('answers 405 with Allow to every other method of a known address', async () => {
  const { app } = await testApp()
  const answered = wrongMethods.map(async ({ method, path }) => {
    const reply = await app.request(address(path), { method })
    const { code } = await refusalOf(reply)
    return { method, path, allow: reply.headers.get('Allow'), code, status: reply.status }
  })
  const refused = { code: 'method_not_allowed', status: 405 }
  expect(await Promise.all(answered)).toEqual(wrongMethods.map((wrong) => ({ ...wrong, ...refused })))
})

test('every kind of answer carries a request id and the security headers', async () => {
  const { app, post } = await testApp()
  const replies = [
    await app.request('/api/models'),
    await app.request('/api/docs'),
    await app.request('/api/none'),
    await app.request('/api/models', { headers: { Host: 'evil.example' } }),
    await app.request('/'),
    await post('/api/generate', '{'),
    await post('/api/log', { message: 'x' }),
  ]
  const ids = replies.map(({ headers }) => headers.get('X-Request-Id'))
  expect(new Set(ids).size).toBe(replies.length)
  for (const { headers } of replies) {
    expect(headers.get('X-Request-Id')).toMatch(/^[\da-f-]{36}$/u)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': headers.get('content-type')?.startsWith('text/html') ? 'same-origin' : 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers.get('Strict-Transport-Security')).toBeNull()
  }
})

test('behind HTTPS, says so for a year', async () => {
  const { app } = await testApp({ visitors: { mode: 'one', secrets: () => ['s'], https: true } })
  expect((await app.request('/api/none')).headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
})

test('a request id sent by a client is not taken over', async () => {
  const { app } = await testApp()
  const reply = await app.request('/api/models', { headers: { 'X-Request-Id': 'mine' } })
  expect(reply.headers.get('X-Request-Id')).not.toBe('mine')
})

test('compresses long JSON and leaves short JSON as it is', async () => {
  const { app, finishedJob } = await testApp()
  for (let made = 0; made < 3; made += 1) await finishedJob()
  const headers = { 'Accept-Encoding': 'gzip' }
  const long = await app.request('/api/gallery/list', { headers })
  expect(long.headers.get('Content-Encoding')).toBe('gzip')
  expect(long.headers.get('Vary')).toBe('Accept-Encoding')
  const text = await new Response(long.body?.pipeThrough(new DecompressionStream('gzip'))).text()
  expect(JSON.parse(text)).toMatchObject({ galleries: [{}, {}, {}] })
  expect((await app.request('/api/health', { headers })).headers.get('Content-Encoding')).toBeNull()
  expect((await app.request('/api/gallery/list')).headers.get('Content-Encoding')).toBeNull()
})

test('storage that cannot keep anything is 503 with its own words and a time to try again', async () => {
  const { engine, ...deps } = await testApp()
  const full = async () => {
    throw new StorageUnavailable('The disk is full. Free some space, then try again.')
  }
  const jobs = { ...engine.deps.jobs, create: full, find: full, list: full }
  const { app, post } = await testApp({ jobDeps: { ...engine.deps, jobs } })
  const replies = [
    await post('/api/generate', { prompt: 'a cat' }),
    await app.request(`/api/status/${'A'.repeat(22)}`),
    await app.request('/api/gallery/list'),
    await app.request(`/images/${'A'.repeat(22)}/x.png`),
  ]
  for (const reply of replies) {
    expect(reply.headers.get('Retry-After')).toBe('5')
    const error = 'The disk is full. Free some space, then try again.'
    expect(await refusalOf(reply)).toMatchObject({ status: 503, code: 'unavailable', retryAfterSeconds: 5, error })
  }
  expect(await deps.galleryIds()).toEqual([])
})

test('an unexpected fault is a 500 that tells nothing; the log has the cause under the same id', async () => {
  const { app, post, logged } = await testApp({
    enhancer: enhancerThat(async () => {
      throw new Error('secret sk-123 at /home/operator')
    }),
  })
  const refusal = await refusalOf(post('/api/enhance', { prompt: 'a cat' }))
  expect(refusal).toMatchObject({ status: 500, code: 'internal', error: expect.stringMatching(/went wrong/u) })
  expect(JSON.stringify(refusal)).not.toMatch(/sk-123|operator|at /u)
  const line = logged.find((each) => each.includes('"level":50'))
  expect(line).toContain(refusal.requestId)
  expect((await app.request('/api/health')).status).toBe(200)
})

test('logs one line per request: the route and not the path, without prompt, query, cookie or key', async () => {
  const { app, post, logged } = await testApp()
  const { jobId } = Job.parse(
    await (
      await post('/api/generate', { prompt: 'a hushed prompt' }, { 'Idempotency-Key': 'hushed-key-012345' })
    ).json(),
  )
  logged.length = 0
  const headers = { Cookie: 'pixel-prompt-visitor=hushed', Authorization: 'Bearer hushed' }
  await app.request(`/api/status/${jobId}?after=0`, { headers })
  await app.request('/api/gallery/list?q=hushed', { headers })
  await post('/api/generate', { prompt: 'hushed', hushed: 1 }, { ...headers, 'Idempotency-Key': 'hushed' })
  await app.request('/hushed', { headers })
  const lines = logged.filter((line) => line.includes('"msg":"request"')).map((line): unknown => JSON.parse(line))
  expect(lines).toMatchObject([
    {
      level: 30,
      method: 'GET',
      route: '/api/status/:jobId',
      status: 200,
      ms: expect.any(Number),
      visitor: expect.stringMatching(/^[\da-f]{8}$/u),
    },
    { method: 'GET', route: '/api/gallery/list', status: 200, requestId: expect.any(String) },
    { method: 'POST', route: '/api/generate', status: 400, code: 'invalid_request' },
    { method: 'GET', route: '/*', status: 503, code: 'unavailable' },
  ])
  expect(logged.join('')).not.toContain('hushed')
  expect(logged.join('')).not.toContain(jobId)
})
