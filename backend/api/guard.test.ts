import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { Route } from '../../contract/route.ts'
import { routes } from '../../contract/routes.ts'
import { requireRules } from './guard.ts'
import { newVisitor, refusalOf, testApp } from './test-app.ts'

const prompt = 'a red boat'
const many = { mode: 'many', secrets: () => ['s'], https: false } as const
const passwords = { access: 'let us all in', operator: 'it is me who runs it' }
const named = routes.map((route) => ({ ...route, name: `${route.method} ${route.path}` }))
type TestApp = Awaited<ReturnType<typeof testApp>>

/** The cookies of a browser that has logged in. */
async function loggedIn({ post }: TestApp, password: string): Promise<{ Cookie: string }> {
  const cookies = (await post('/api/session', { password })).headers.getSetCookie()
  return { Cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }
}

const bodies: Record<string, unknown> = {
  '/api/generate': { prompt },
  '/api/enhance': { prompt },
  '/api/session': { password: 'a wrong one' },
  '/api/log': { message: 'it broke' },
  '/api/switches': { model: 'red', on: true },
  '/api/tokens': { name: 'report', scopes: [] },
  '/api/shares': { jobId: 'A'.repeat(22) },
  '/api/jobs/{jobId}/retry': { model: 'red' },
}

/** A sound request for what does not exist, where there is something to name. */
const ask = ({ app, post }: TestApp, { method, path }: Route, headers: Record<string, string> = {}) => {
  const address = path
    .replace(/\{(?:jobId|tokenId)\}/u, 'A'.repeat(22))
    .replace('{shareId}', 'A'.repeat(27))
    .replace('{file}', 'x.png')
  if (method === 'post') return post(address, bodies[path] ?? {}, headers)
  return app.request(address, { method: method.toUpperCase(), headers })
}

describe('a server with a password', () => {
  const passes = { anyone: [true, true, true], guest: [false, true, true], visitor: [false, true, true] }
  const admits = { ...passes, operator: [false, false, true] }

  test.each(named.filter(({ path }) => path !== '/api/session'))(
    'lets in whom the table lets in: $name',
    async (route) => {
      const given = await testApp({ visitors: many, passwords, statusHoldMs: 0 })
      const outside = await ask(given, route)
      const asVisitor = await ask(given, route, await loggedIn(given, passwords.access))
      const asOperator = await ask(given, route, await loggedIn(given, passwords.operator))
      const replies = [outside, asVisitor, asOperator]
      expect(replies.map(({ status }) => status !== 401 && status !== 403)).toEqual(admits[route.role])
    },
  )

  test('says that a password would help', async () => {
    const given = await testApp({ visitors: many, passwords })
    expect(await refusalOf(given.app.request('/api/models'))).toMatchObject({
      status: 401,
      code: 'unauthorized',
      login: true,
      error: 'Please log in: this server has a password.',
    })
  })

  test('is not passed by another way of writing', async () => {
    const given = await testApp({ visitors: many, passwords })
    const { jobId } = await given.finishedJob({ prompt }, await loggedIn(given, passwords.access))
    const ways = [
      `/api/gallery/${jobId}/`,
      `/API/gallery/${jobId}`,
      `/api//gallery/${jobId}`,
      `/api/%67allery/${jobId}`,
      `/api/x/../gallery/${jobId}`,
      `/api/gallery/${jobId}?role=operator`,
      `/api/gallery/${jobId}.`,
      `/api/status/${jobId}#`,
    ]
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE', 'QUERY']) {
      for (const way of ways) {
        const { status } = await given.app.request(way, {
          method,
          headers: {
            'X-HTTP-Method-Override': 'GET',
            'X-Forwarded-For': '127.0.0.1',
            'X-Original-URL': '/api/health',
            Authorization: 'Bearer x',
          },
        })
        // 503: an address of the page, which is not built here.
        expect([method, way, [401, 404, 405, 503].includes(status)]).toEqual([method, way, true])
      }
    }
    expect(await given.galleryIds(await loggedIn(given, passwords.access))).toEqual([])
  })

  test('with one visitor, whoever logs in has the one gallery; who runs the server logs in as that', async () => {
    const given = await testApp({ passwords })
    const visitor = await loggedIn(given, passwords.access)
    const { jobId } = await given.finishedJob({ prompt }, visitor)
    const operator = await loggedIn(given, passwords.operator)
    expect(await given.galleryIds(operator)).toEqual([jobId])
    expect(await refusalOf(given.app.request('/api/spend', { headers: visitor }))).toMatchObject({ status: 403 })
    expect((await given.app.request('/api/spend', { headers: operator })).status).toBe(200)
  })

  test('lets no cache that people share keep a picture', async () => {
    const given = await testApp({ passwords })
    const headers = await loggedIn(given, passwords.access)
    const { results } = await given.finishedJob({ prompt }, headers)
    const [picture] = results.flatMap((result) => (result.status === 'completed' ? result.images : []))
    const reply = await given.app.request(picture!.url, { headers })
    expect([reply.status, reply.headers.get('Cache-Control')]).toEqual([200, 'private, max-age=31536000, immutable'])
    expect((await given.app.request(picture!.url)).status).toBe(401)
  })
})

describe('a server with a password for its operator alone', () => {
  test('lets everybody in, and asks for it where the operator is meant', async () => {
    const given = await testApp({ visitors: many, passwords: { operator: passwords.operator } })
    const visitor = await newVisitor(given.app)
    expect(await given.galleryIds(visitor)).toEqual([])
    expect(await refusalOf(given.app.request('/api/spend', { headers: visitor }))).toMatchObject({
      status: 403,
      code: 'forbidden',
      login: true,
      error: 'This is for the operator alone. Please log in as one.',
    })
    const headers = await loggedIn(given, passwords.operator)
    expect((await given.app.request('/api/spend', { headers })).status).toBe(200)
  })
})

describe('the table of routes', () => {
  // A retry needs a run to retry: rate-limits.test.ts has it.
  test.each(named.filter(({ path }) => !path.endsWith('retry')))(
    'names the limit that counts it: $name',
    async (route) => {
      const none = [{ scope: 'server', period: 'hour', most: 0 } as const]
      const given = await testApp({
        passwords: { operator: passwords.operator },
        limits: { runs: none, enhance: none, exports: none, logins: none },
        statusHoldMs: 0,
      })
      const replies = []
      for (let times = 0; times < 12; times += 1) replies.push(await ask(given, route))
      const isRefused = replies.some(({ status }) => status === 429)
      expect(isRefused).toBe(route.limiter !== 'none')
    },
  )

  test('has a row for every handler, or the server does not start', () => {
    const app = new Hono().get('/api/secret', (c) => c.text('for all to see'))
    expect(() => requireRules(app.routes)).toThrow('Routes without a row in contract/routes.ts: GET /api/secret;')
  })

  test('has a handler for every row, or the server does not start', () => {
    expect(() => requireRules([])).toThrow(
      /rows without a handler: GET \*, POST \/api\/session, .*GET \/api\/docs\.css/u,
    )
  })
})
