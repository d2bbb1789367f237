import { describe, expect, test } from 'vitest'
import { CreateTokenReply, TokensReply, type CreateTokenRequest } from '../../contract/token.ts'
import { fakeClock } from '../jobs/test-engine.ts'
import { newVisitor, refusalOf, testApp } from './test-app.ts'

const prompt = 'a red boat'
const many = { mode: 'many', secrets: () => ['s'], https: false } as const
const passwords = { access: 'let us all in', operator: 'it is me who runs it' }

type TestApp = Awaited<ReturnType<typeof testApp>>

async function operator({ post }: TestApp): Promise<{ Cookie: string }> {
  const cookies = (await post('/api/session', { password: passwords.operator })).headers.getSetCookie()
  return { Cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }
}

/** A server that strangers cannot use, and on which tokens can be made. */
async function guarded(options: Parameters<typeof testApp>[0] = {}, engineOptions: Parameters<typeof testApp>[1] = {}) {
  const given = await testApp({ visitors: many, passwords, statusHoldMs: 0, ...options }, engineOptions)
  const runs = await operator(given)
  const create = (request: Partial<CreateTokenRequest> = {}) =>
    given.post('/api/tokens', { name: 'nightly report', scopes: ['generate', 'write'], ...request }, runs)
  const list = async () =>
    TokensReply.parse(await (await given.app.request('/api/tokens', { headers: runs })).json()).tokens
  return {
    ...given,
    runs,
    create,
    list,
    async token(request: Partial<CreateTokenRequest> = {}) {
      const { secret, token } = CreateTokenReply.parse(await (await create(request)).json())
      return { id: token.id, headers: { Authorization: `Bearer ${secret}` } }
    },
    revoke: (id: string) => given.app.request(`/api/tokens/${id}`, { method: 'DELETE', headers: runs }),
  }
}

describe('a token', () => {
  test('lets a program in without a password: it paints, looks, and deletes what it painted', async () => {
    const given = await guarded()
    const { headers } = await given.token()
    const job = await given.finishedJob({ prompt }, headers)
    expect(job.status).toBe('completed')
    expect(await given.galleryIds(headers)).toEqual([job.jobId])
    expect((await given.app.request(`/api/gallery/${job.jobId}`, { method: 'DELETE', headers })).status).toBe(204)
    expect(await given.galleryIds(headers)).toEqual([])
  })

  test('is a visitor of its own, who sees nothing of others', async () => {
    const given = await guarded()
    const [one, other] = [await given.token(), await given.token()]
    const job = await given.finishedJob({ prompt }, one.headers)
    for (const headers of [other.headers, given.runs]) {
      expect(await refusalOf(given.app.request(`/api/status/${job.jobId}`, { headers }))).toMatchObject({ status: 404 })
    }
  })

  test('is the one visitor, where there is one', async () => {
    const given = await guarded({ visitors: { mode: 'one', secrets: () => ['s'], https: false } })
    const job = await given.finishedJob({ prompt }, (await given.token()).headers)
    expect(await given.galleryIds(given.runs)).toEqual([job.jobId])
  })

  test('gets no cookie, which would outlive it', async () => {
    const given = await guarded()
    const { headers } = await given.token()
    const reply = await given.app.request('/api/models', { headers })
    expect([reply.status, reply.headers.getSetCookie()]).toEqual([200, []])
  })

  test.each([
    ['generate', 'write'],
    ['write', 'generate'],
  ] as const)('does nothing for which it lacks the scope %s', async (scope, other) => {
    const given = await guarded()
    const { headers } = await given.token({ scopes: [other] })
    const missing = 'A'.repeat(22)
    const asks = {
      generate: [
        () => given.post('/api/generate', { prompt }, headers),
        () => given.post('/api/enhance', { prompt }, headers),
      ],
      write: [
        () => given.app.request(`/api/gallery/${missing}`, { method: 'DELETE', headers }),
        () => given.post(`/api/jobs/${missing}/cancel`, {}, headers),
      ],
    }
    for (const ask of asks[scope]) {
      expect(await refusalOf(ask())).toMatchObject({ status: 403, error: `This token lacks the scope “${scope}”.` })
    }
    expect(await given.galleryIds(headers)).toEqual([])
    for (const ask of asks[other]) expect((await ask()).status).not.toBe(403)
  })

  test('does nothing of the operator’s, not even beside the cookie of one', async () => {
    const given = await guarded()
    const { headers } = await given.token()
    for (const path of ['/api/tokens', '/api/spend', '/api/switches']) {
      expect(await refusalOf(given.app.request(path, { headers: { ...given.runs, ...headers } }))).toMatchObject({
        status: 403,
        error: 'This is for the operator alone, and for no token.',
      })
    }
  })

  test('that is not known is refused, not excused by good cookies, on a server without a password too', async () => {
    const open = await testApp({ statusHoldMs: 0 })
    const closed = await guarded()
    for (const { app } of [open, closed]) {
      const headers = { ...closed.runs, Authorization: `Bearer ppt_${'A'.repeat(43)}` }
      expect(await refusalOf(app.request('/api/gallery/list', { headers }))).toMatchObject({
        status: 401,
        error: 'This token is not known: it was revoked, has expired, or never was.',
      })
    }
  })

  test('does not hinder where nobody is asked who it is', async () => {
    const given = await guarded()
    const headers = { Authorization: 'Bearer ppt_x' }
    expect((await given.app.request('/api/health', { headers })).status).toBe(200)
  })

  test('ends at once when it is revoked', async () => {
    const given = await guarded()
    const { id, headers } = await given.token()
    expect((await given.app.request('/api/models', { headers })).status).toBe(200)
    expect((await given.revoke(id)).status).toBe(204)
    expect((await given.app.request('/api/models', { headers })).status).toBe(401)
    expect(await refusalOf(given.revoke(id))).toMatchObject({ status: 404 })
    expect(await refusalOf(given.revoke('..%2f'))).toMatchObject({ status: 404 })
    expect(await given.list()).toEqual([])
  })

  test('ends when its time has come', async () => {
    const clock = fakeClock()
    const given = await guarded({}, { clock })
    const { headers } = await given.token({ expiresInDays: 1 })
    clock.advance(86_400_000 - 1)
    expect((await given.app.request('/api/models', { headers })).status).toBe(200)
    clock.advance(1)
    expect((await given.app.request('/api/models', { headers })).status).toBe(401)
  })
})

describe('the list of tokens', () => {
  test('tells of each what it may, and when it was last used; never the token', async () => {
    const given = await guarded()
    const { headers } = await given.token({ name: '  nightly report ', scopes: ['generate'], expiresInDays: 90 })
    const [unused] = await given.list()
    expect(unused).toMatchObject({ name: 'nightly report', scopes: ['generate'] })
    expect(Date.parse(unused!.expiresAt!) - Date.parse(unused!.createdAt)).toBe(90 * 86_400_000)
    expect(unused).not.toHaveProperty('lastUsedAt')
    await given.app.request('/api/models', { headers })
    await expect.poll(async () => (await given.list())[0]?.lastUsedAt).toBeDefined()
    const told = JSON.stringify([await given.list(), given.logged])
    expect(told).not.toContain(headers.Authorization.slice('Bearer '.length))
  })

  test('is bounded', async () => {
    const given = await guarded()
    for (let n = 0; n < 100; n += 1) expect((await given.create({ name: `n ${n}` })).status).toBe(200)
    expect(await refusalOf(given.create())).toMatchObject({ status: 409, code: 'conflict' })
  })

  test.each([
    ['name of blanks', { name: ' ' }, 'name'],
    ['long name', { name: 'x'.repeat(61) }, 'name'],
    ['name with a bell in it', { name: 'a\u0007b' }, 'name'],
    ['unknown scope', { scopes: ['operator'] }, 'scopes.0'],
    ['scope named twice', { scopes: ['write', 'write'] }, 'scopes'],
    ['time of none', { expiresInDays: 0 }, 'expiresInDays'],
    ['half days', { expiresInDays: 0.5 }, 'expiresInDays'],
  ])('takes no %s', async (_, request, path) => {
    const given = await guarded()
    const refusal = await refusalOf(given.create(request as Partial<CreateTokenRequest>))
    expect(refusal).toMatchObject({ status: 400, fields: [{ path }] })
    expect(await given.list()).toEqual([])
  })

  test('is the operator’s alone', async () => {
    const given = await testApp({ visitors: many, passwords: { operator: passwords.operator } })
    const headers = await newVisitor(given.app)
    const request = { name: 'mine', scopes: ['generate'] }
    expect(await refusalOf(given.post('/api/tokens', request, headers))).toMatchObject({ status: 403 })
  })
})
