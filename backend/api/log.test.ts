import { expect, test } from 'vitest'
import type { ApiContext } from './app-deps.ts'
import { newVisitor, refusalOf, testApp } from './test-app.ts'

/** The app with a clock that stands still until it is set. */
async function withClock(options: Parameters<typeof testApp>[0] = {}) {
  const clock = { now: 1_000_000 }
  const { engine } = await testApp()
  const given = await testApp({ jobDeps: { ...engine.deps, now: () => clock.now }, ...options })
  const report = (headers: Record<string, string> = {}) => given.post('/api/log', { message: 'x' }, headers)
  return { ...given, clock, report }
}

test("notes a page's fault as a warning", async () => {
  const { post, logged } = await testApp()
  const reply = await post('/api/log', {
    message: 'Oh no',
    source: 'main.js:1',
    stack: 'at a\n  at b',
    page: '/gallery',
  })
  expect(reply.status).toBe(204)
  expect(reply.headers.get('Cache-Control')).toBe('no-store')
  expect(JSON.parse(logged[0] ?? '')).toMatchObject({
    level: 40,
    requestId: reply.headers.get('X-Request-Id'),
    report: { message: 'Oh no', source: 'main.js:1', stack: 'at a   at b', page: '/gallery' },
  })
})

test('what is reported cannot break a line or paint a terminal', async () => {
  const { post, logged } = await testApp()
  await post('/api/log', { message: 'a\r\n{"level":60}\u001B[31mred\u0000\u0085\u2028\u202Eb' })
  const { report } = JSON.parse(logged[0] ?? '') as { report: { message: string } }
  expect(report.message).toBe('a {"level":60} [31mred b')
})

test.each([
  [{}, 'message'],
  [{ message: '' }, 'message'],
  [{ message: 'x'.repeat(501) }, 'message'],
  [{ message: 'x', stack: 'x'.repeat(4001) }, 'stack'],
  [{ message: 'x', page: 7 }, 'page'],
  [{ message: 'x', level: 'fatal' }, 'level'],
])('refuses a report that is not of the form', async (body, path) => {
  const { post, logged } = await testApp()
  const refusal = await refusalOf(post('/api/log', body))
  expect(refusal).toMatchObject({ status: 400, fields: [{ path, message: expect.stringMatching(/^(?:Is|Must) /u) }] })
  expect(logged.filter((line) => line.includes('"level":40'))).toEqual([])
})

test('takes ten reports from an address at once, then one every six seconds', async () => {
  const { report, clock, logged } = await withClock()
  for (let sent = 0; sent < 10; sent += 1) expect((await report()).status).toBe(204)
  const refused = await report()
  expect(refused.headers.get('Retry-After')).toBe('6')
  expect(await refusalOf(refused)).toMatchObject({
    status: 429,
    code: 'rate_limited',
    scope: 'address',
    retryAfterSeconds: 6,
  })
  expect(logged.filter((line) => line.includes('"level":40'))).toHaveLength(10)
  clock.now += 6000
  expect((await report()).status).toBe(204)
  expect((await report()).status).toBe(429)
  clock.now += 3_600_000
  for (let sent = 0; sent < 10; sent += 1) expect((await report()).status).toBe(204)
  expect((await report()).status).toBe(429)
})

test('one address does not use up what another may send, whatever cookies it throws away; all together send sixty', async () => {
  const clients = { peer: (c: ApiContext) => c.req.header('Test-Peer'), proxies: 0 }
  const { app, report } = await withClock({ clients, visitors: { mode: 'many', secrets: () => ['s'], https: false } })
  const from = async (last: number) => ({ ...(await newVisitor(app)), 'Test-Peer': `203.0.113.${last}` })
  for (let address = 0; address < 6; address += 1) {
    for (let sent = 0; sent < 10; sent += 1) expect((await report(await from(address))).status).toBe(204)
    expect(await refusalOf(report(await from(address)))).toMatchObject({ status: 429, scope: 'address', limit: 10 })
  }
  expect(await refusalOf(report(await from(6)))).toMatchObject({
    status: 429,
    scope: 'server',
    limit: 60,
    retryAfterSeconds: 1,
  })
})

test('a clock that is set back stops nobody for longer', async () => {
  const { report, clock } = await withClock()
  for (let sent = 0; sent < 10; sent += 1) await report()
  clock.now -= 3_600_000
  expect((await report()).headers.get('Retry-After')).toBe('6')
  clock.now += 6000
  expect((await report()).status).toBe(204)
})
