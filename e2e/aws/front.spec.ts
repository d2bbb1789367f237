import { buffer } from 'node:stream/consumers'
import { endedRun } from '../api.ts'
import { expect } from '../fixtures.ts'
import { test } from './deployed.ts'
import { toHttpEvent } from './http-event.ts'

const asked = (headers: Record<string, string>) =>
  toHttpEvent({ method: 'GET', path: '/api/models', query: '', headers, body: Buffer.alloc(0) }, '203.0.113.1')

test('a call past CloudFront is refused, whatever it claims', async ({ deployment: { functions } }) => {
  for (const headers of [
    {},
    { 'x-origin-secret': 'guessed' },
    { 'x-origin-secret': '', 'x-viewer-host': 'localhost', 'x-viewer-address': '127.0.0.1' },
  ]) {
    for (const name of ['api', 'files'] as const) {
      const reply = await functions[name].invoke(asked({ host: `${name}.example`, ...headers }))
      const answered = (reply.kind === 'buffered' ? reply.body : await buffer(reply.message)).toString()
      expect(answered).toContain('"statusCode":403')
      expect(answered).toContain('This server answers at its own address alone.')
    }
  }
})

test.describe('where one address is not limited, and others are', () => {
  test.use({ settings: { IP_LIMIT: '1', IP_INCLUDE: '198.51.100.1' } })

  test('what a viewer writes into the headers of CloudFront counts for nothing', async ({ deployment }) => {
    const forged = { 'x-viewer-host': 'evil.example', 'x-viewer-address': '198.51.100.1', 'x-origin-secret': 'guessed' }
    const start = () =>
      fetch(`${deployment.url}/api/generate`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...forged },
        body: JSON.stringify({ prompt: 'a lighthouse', models: ['steady'] }),
      })
    expect((await start()).status).toBe(202)
    const second = await start()
    expect(second.status).toBe(429)
    expect(await second.json()).toMatchObject({ code: 'rate_limited' })
  })
})

test.describe('where exports are counted', () => {
  test.use({ settings: { PUBLIC: 'true' } })

  test('the function that streams them counts them in the table', async ({ deployment }) => {
    const cookie = (await fetch(`${deployment.url}/api/models`)).headers.get('set-cookie')?.split(';')[0] ?? ''
    const exported = async () => (await fetch(`${deployment.url}/api/export`, { headers: { cookie } })).status
    expect(await exported()).toBe(200)
    await expect.poll(exported).toBe(429)
  })
})

test('secrets are read once by each process, however much is asked of it', async ({ deployment }) => {
  const { functions, secretReads, url } = deployment
  await endedRun(url, { prompt: 'a lighthouse', models: ['steady'] })
  await deployment.sweep()
  const processes = (...of: (keyof typeof functions)[]) => of.flatMap((name) => functions[name].processes()).length
  for (let n = 0; n < 20; n += 1) expect((await fetch(`${url}/api/models`)).status).toBe(200)
  expect(Object.fromEntries(secretReads)).toEqual({
    settings: processes('api', 'files', 'worker', 'sweeper'),
    first: processes('api', 'files'),
    second: processes('api', 'files'),
  })
})

test('pages, pictures and answers carry the headers that browsers heed', async ({ deployment }) => {
  for (const path of ['/', '/gallery', '/api/health', '/api/openapi.json', '/nothing.js']) {
    const { headers } = await fetch(deployment.url + path, { headers: { accept: 'text/html' } })
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})
