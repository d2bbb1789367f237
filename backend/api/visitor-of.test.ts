import { expect, test } from 'vitest'
import { routes } from '../../contract/routes.ts'
import { newVisitor, refusalOf, testApp } from './test-app.ts'

const many = { mode: 'many', secrets: () => ['s'], https: false } as const

test('on a server with one visitor no cookie is set or needed', async () => {
  const { app, galleryIds, finishedJob } = await testApp()
  expect((await app.request('/api/models')).headers.get('Set-Cookie')).toBeNull()
  const { jobId } = await finishedJob()
  expect(await galleryIds({ Cookie: 'pixel-prompt-visitor=x' })).toEqual([jobId])
})

const closed = routes.filter(({ role }) => role === 'visitor' || role === 'operator')
test.each(closed)('on a server with many visitors, $method $path wants to know who asks', async ({ method, path }) => {
  const { app } = await testApp({ visitors: many })
  const init = { method: method.toUpperCase(), headers: { 'Content-Type': 'application/json' } }
  const address = path.replace('{jobId}', 'A'.repeat(22))
  const unknown = await app.request(address, { ...init, ...(method === 'post' && { body: '{}' }) })
  expect(unknown.headers.get('WWW-Authenticate')).toBe('Bearer')
  expect(await refusalOf(unknown)).toMatchObject({
    status: 401,
    code: 'unauthorized',
    error: expect.stringMatching(/\.$/u),
  })
  const headers = { ...init.headers, ...(await newVisitor(app)) }
  const known = await app.request(address, { ...init, headers, ...(method === 'post' && { body: '{}' }) })
  expect(known.status).not.toBe(401)
})

test('on a server with many visitors the open routes need nobody', async () => {
  const { app } = await testApp({ visitors: many })
  const open = routes.filter(
    (route) =>
      route.method === 'get' && (route.role === 'anyone' || route.role === 'guest') && !route.path.includes('{'),
  )
  expect(open).not.toHaveLength(0)
  for (const { path } of open) expect([path, (await app.request(path)).status]).toEqual([path, 200])
})

test('a browser keeps its identity by cookie, and the same value works as a token', async () => {
  const { app, finishedJob, galleryIds } = await testApp({ visitors: { ...many, https: true } })
  const first = (await app.request('/api/models')).headers.get('Set-Cookie') ?? ''
  expect(first).toMatch(/; HttpOnly; SameSite=Lax; Secure$/u)
  const [cookie = ''] = first.split(';')
  const again = (await app.request('/api/models', { headers: { Cookie: cookie } })).headers.get('Set-Cookie')
  expect(again).toBe(first)
  const { jobId } = await finishedJob({ prompt: 'a cat' }, { Cookie: cookie })
  expect(await galleryIds({ Cookie: cookie })).toEqual([jobId])
  expect(await galleryIds({ Authorization: `Bearer ${cookie.split('=')[1]}` })).toEqual([jobId])
  expect(await galleryIds(await newVisitor(app))).toEqual([])
})

test('the first look of a page that somebody else serves sees what anybody new sees, and makes nobody known', async () => {
  const { app, finishedJob } = await testApp({ visitors: many })
  const { jobId } = await finishedJob({ prompt: 'a cat' }, await newVisitor(app))
  const headers = { 'Sec-Fetch-Site': 'same-origin' }
  const list = await app.request('/api/gallery/list', { headers })
  expect(await list.json()).toEqual({ galleries: [] })
  expect(list.headers.get('Set-Cookie')).toBeNull()
  expect((await app.request(`/api/gallery/${jobId}`, { headers })).status).toBe(404)
  const write = { method: 'DELETE', headers }
  expect((await app.request(`/api/gallery/${jobId}`, write)).status).toBe(401)
  const bearing = { ...headers, Authorization: 'Bearer nobody' }
  expect((await app.request('/api/gallery/list', { headers: bearing })).status).toBe(401)
})

test('a forged cookie is as good as none', async () => {
  const { app } = await testApp({ visitors: many })
  const headers = { Cookie: `pixel-prompt-visitor=${'A'.repeat(22)}.${'A'.repeat(43)}` }
  expect(await refusalOf(app.request('/api/gallery/list', { headers }))).toMatchObject({ status: 401 })
})
