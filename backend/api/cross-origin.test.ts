import { describe, expect, test } from 'vitest'
import { CreateTokenReply } from '../../contract/token.ts'
import { newVisitor, refusalOf, testApp } from './test-app.ts'

const studio = 'https://studio.example'
const many = { mode: 'many', secrets: () => ['s'], https: false } as const

const preflight = (Origin: string) => ({
  method: 'OPTIONS',
  headers: { Origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization' },
})

const open = () => testApp({ corsOrigins: [studio, 'http://localhost:5173'] })

describe('a page of a listed origin', () => {
  test('is told in a preflight what it may send', async () => {
    const { app } = await open()
    const { status, headers } = await app.request('/api/generate', preflight(studio))
    expect([status, headers.get('Access-Control-Allow-Origin')]).toEqual([204, studio])
    expect(headers.get('Access-Control-Allow-Methods')).toBe('GET,POST,DELETE')
    expect(headers.get('Access-Control-Allow-Headers')).toBe('Authorization,Content-Type,Idempotency-Key')
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull()
  })

  test('writes, and reads answers, refusals and pictures', async () => {
    const given = await open()
    const headers = { Origin: studio, 'Sec-Fetch-Site': 'cross-site' }
    const { results } = await given.finishedJob({ prompt: 'a red boat' }, headers)
    const [picture] = results.flatMap((result) => (result.status === 'completed' ? result.images : []))
    const replies = [
      await given.post('/api/generate', { prompt: 'a red boat' }, headers),
      await given.post('/api/generate', { prompt: '' }, headers),
      await given.app.request(picture!.url, { headers }),
    ]
    expect(replies.map(({ status }) => status)).toEqual([202, 400, 200])
    for (const reply of replies) {
      expect(reply.headers.get('Access-Control-Allow-Origin')).toBe(studio)
      expect(reply.headers.get('Vary')).toMatch(/\bOrigin\b/u)
      expect(reply.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After')
    }
  })

  test('is given no cookie, which would replace that of whoever looks at it, and logs nobody in', async () => {
    const { app, post } = await testApp({
      corsOrigins: [studio],
      visitors: many,
      passwords: { operator: 'a good password' },
    })
    const headers = { Origin: studio }
    expect((await app.request('/api/models', { headers })).headers.getSetCookie()).toEqual([])
    const replies = [
      await post('/api/session', { password: 'a good password' }, headers),
      await app.request('/api/session', { method: 'DELETE', headers }),
    ]
    for (const reply of replies) {
      expect(reply.status).toBe(403)
      expect(reply.headers.getSetCookie()).toEqual([])
    }
  })

  test('acts by a token, never by the cookies of whoever looks at it', async () => {
    const given = await testApp({
      corsOrigins: [studio],
      visitors: many,
      passwords: { operator: 'it is me who runs it' },
    })
    const visitor = await newVisitor(given.app)
    const cookies = { Cookie: `pixel-prompt-visitor=${visitor.Authorization.replace('Bearer ', '')}` }
    const login = await given.post('/api/session', { password: 'it is me who runs it' }, cookies)
    const operator = {
      Cookie: login.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    }
    expect((await given.app.request('/api/gallery/list', { headers: cookies })).status).toBe(200)
    for (const path of ['/api/gallery/list', '/api/spend']) {
      const refused = given.app.request(path, { headers: { ...operator, Origin: studio } })
      expect(await refusalOf(refused)).toMatchObject({ status: 401 })
    }
    const made = await given.post('/api/tokens', { name: 'studio', scopes: ['generate'] }, operator)
    const { secret } = CreateTokenReply.parse(await made.json())
    const headers = { Origin: studio, Authorization: `Bearer ${secret}` }
    expect((await given.post('/api/generate', { prompt: 'a red boat' }, headers)).status).toBe(202)
  })
})

test.each([
  'https://evil.example',
  'http://studio.example',
  'https://studio.example:444',
  'https://studio.example.evil.example',
  'https://sub.studio.example',
  'HTTPS://STUDIO.EXAMPLE',
  'null',
])('a page of %s, which is not listed, may neither write nor read', async (origin) => {
  const { app, post } = await open()
  const asked = await app.request('/api/generate', preflight(origin))
  const read = await app.request('/api/models', { headers: { Origin: origin } })
  const written = await post('/api/generate', { prompt: 'a red boat' }, { Origin: origin })
  for (const reply of [asked, read, written]) expect(reply.headers.get('Access-Control-Allow-Origin')).toBeNull()
  expect(written.status).toBe(403)
})

test('where none is listed, a preflight is refused like any write', async () => {
  const { app } = await testApp()
  expect(await refusalOf(app.request('/api/generate', preflight(studio)))).toMatchObject({ status: 403 })
})
