import { expect, test } from 'vitest'
import { ModelsReply } from '../../contract/model.ts'
import { openSessions, sessionMs } from '../accounts/sessions.ts'
import { fakeClock } from '../jobs/test-engine.ts'
import { refusalOf, testApp } from './test-app.ts'

const access = 'let us all in'
const operator = 'it is me who runs it'
const many = { mode: 'many', secrets: () => ['s'], https: true } as const
const perMinute = (most: number) => ({ scope: 'address', period: 'minute', most }) as const
type TestApp = Awaited<ReturnType<typeof testApp>>

const logIn = async ({ post }: TestApp, password: unknown) => post('/api/session', { password })
const cookiesOf = (reply: Response) => ({
  Cookie: reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; '),
})
const spend = ({ app }: TestApp, headers: Record<string, string>) => app.request('/api/spend', { headers })

test('a password with zeros at its end is none, although its hash would be the same', async () => {
  const given = await testApp({ visitors: many, passwords: { access } })
  expect((await logIn(given, `${access}\0`)).status).toBe(400)
})

test('logging in sets a cookie of the session and one of the visitor, which scripts cannot read', async () => {
  const given = await testApp({ visitors: many, passwords: { access } })
  const reply = await logIn(given, access)
  expect([reply.status, await reply.json()]).toEqual([200, { role: 'visitor' }])
  const cookies = reply.headers.getSetCookie()
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([
    '__Host-pixel-prompt-visitor',
    '__Host-pixel-prompt-session',
  ])
  for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/u)
  const headers = cookiesOf(reply)
  expect(await given.galleryIds(headers)).toEqual([])
  const { session } = ModelsReply.parse(await (await given.app.request('/api/models', { headers })).json())
  expect(session).toBe('visitor')
})

test.each([
  ['a wrong one', 'let us all out', 401],
  ['one in other capitals', 'LET US ALL IN', 401],
  ['one that goes on', `${access} `, 401],
  ['none', '', 400],
  ['a number', 7, 400],
  ['a list', [access], 400],
  ['one of 201 characters', 'x'.repeat(201), 400],
])('%s is refused, in words that say nothing of the right one', async (_, password, status) => {
  const given = await testApp({ visitors: many, passwords: { access, operator } })
  const reply = await logIn(given, password)
  expect(reply.headers.getSetCookie()).toEqual([])
  const refusal = await refusalOf(reply)
  expect(refusal.status).toBe(status)
  expect(JSON.stringify([refusal, given.logged])).not.toContain(access)
})

test('the same letters in another form are the same password', async () => {
  const given = await testApp({ passwords: { access: 'caf\u00E9 con leche' } })
  expect((await logIn(given, 'cafe\u0301 con leche')).status).toBe(200)
})

test('a server without a password has nothing to log in to', async () => {
  expect(await refusalOf(logIn(await testApp(), access))).toMatchObject({ status: 404, code: 'not_found' })
})

test('of a hundred guesses made at once only as many are looked at as the limit allows, and it says when again', async () => {
  const clock = fakeClock()
  clock.advance(60_000 - (clock.now() % 60_000))
  const given = await testApp({ passwords: { access }, limits: { logins: [perMinute(10)] } }, { clock })
  const replies = await Promise.all(Array.from({ length: 100 }, (_, at) => logIn(given, `guess number ${at}`)))
  expect(replies.filter(({ status }) => status === 401)).toHaveLength(10)
  const refused = replies.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(90)
  expect(refused[0]!.headers.get('Retry-After')).toBe('60')
  expect((await refusalOf(refused[0]!)).error).toBe(
    'From your address 10 attempts to log in a minute can be made, and that many were. There is room again within a minute.',
  )
  expect((await logIn(given, access)).status).toBe(429)
  clock.advance(60_000)
  expect((await logIn(given, access)).status).toBe(200)
})

test('the right password does not use up attempts, and addresses without limits are counted too', async () => {
  const given = await testApp({
    passwords: { access },
    limits: { logins: [perMinute(1)], exempt: [[{ octets: [127, 0, 0, 1] }, 8] as never] },
  })
  for (let times = 0; times < 3; times += 1) expect((await logIn(given, access)).status).toBe(200)
  expect((await logIn(given, 'a wrong one')).status).toBe(401)
  expect((await logIn(given, access)).status).toBe(429)
})

test('a session ends after 30 days, or when one logs out', async () => {
  const clock = fakeClock()
  const given = await testApp({ passwords: { operator } }, { clock })
  const headers = cookiesOf(await logIn(given, operator))
  clock.advance(sessionMs - 1)
  expect((await spend(given, headers)).status).toBe(200)
  clock.advance(1)
  expect((await spend(given, headers)).status).toBe(403)
  const out = await given.app.request('/api/session', { method: 'DELETE', headers })
  expect([out.status, out.headers.getSetCookie()]).toEqual([
    204,
    ['pixel-prompt-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax'],
  ])
})

test('another site cannot log anybody in or out', async () => {
  const given = await testApp({ passwords: { access } })
  const foreign = { Origin: 'https://elsewhere.example' }
  expect((await given.post('/api/session', { password: access }, foreign)).status).toBe(403)
  expect((await given.app.request('/api/session', { method: 'DELETE', headers: foreign })).status).toBe(403)
})

test('a changed password ends the sessions that it opened, and no others', async () => {
  const before = await openSessions({ access, operator }, 'a secret')
  const visitor = before.open('visitor', 0)
  const runs = before.open('operator', 0)
  const after = await openSessions({ access: 'let few of us in', operator }, 'a secret')
  expect([after.read(visitor, 1), after.read(runs, 1)]).toEqual([undefined, 'operator'])
  const elsewhere = await openSessions({ access, operator }, 'another secret')
  expect([elsewhere.read(visitor, 1), elsewhere.read(runs, 1)]).toEqual([undefined, undefined])
  const again = await openSessions({ access, operator }, 'a secret')
  expect([again.read(visitor, 1), again.read(runs, 1)]).toEqual(['visitor', 'operator'])
})

test('a session that was tampered with is none', async () => {
  const sessions = await openSessions({ access, operator }, 'a secret')
  const [role, until, nonce, mac] = sessions.open('visitor', 0).split('.')
  const forged = [
    `operator.${until}.${nonce}.${mac}`,
    `${role}.9${until}.${nonce}.${mac}`,
    `${role}.${until}.${nonce!.replace(/./u, (letter) => (letter === 'A' ? 'B' : 'A'))}.${mac}`,
    `${role}.${until}.${nonce}.${mac!.replace(/.$/u, (letter) => (letter === 'A' ? 'B' : 'A'))}`,
    `${role}.${until}.${nonce}.${mac} `,
    `constructor.${until}.${nonce}.${mac}`,
    '',
  ]
  expect(forged.map((value) => sessions.read(value, 1))).toEqual(forged.map(() => undefined))
})

test('a session says as whom it was opened, and is found among others of its name', async () => {
  const sessions = await openSessions({ access: operator, operator }, 'a secret')
  const visitors = sessions.open('visitor', Date.now())
  expect(sessions.read(visitors.replace('visitor', 'operator'), Date.now())).toBeUndefined()

  const given = await testApp({ visitors: many, passwords: { access } })
  const { Cookie } = cookiesOf(await logIn(given, access))
  // As another path, or a neighbouring host, may set it.
  const headers = { Cookie: `pixel-prompt-session=visitor.x; theme=dark; ${Cookie}` }
  expect((await given.app.request('/api/models', { headers })).status).toBe(200)
})
