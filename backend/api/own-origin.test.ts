import { expect, test } from 'vitest'
import { refusalOf, testApp } from './test-app.ts'

const write = (headers: Record<string, string>) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Host: 'localhost:3000', ...headers },
  body: '{"prompt":"a cat"}',
})

test.each([
  ['neither header', {}],
  ['the own origin', { Origin: 'http://localhost:3000' }],
  ['the own origin and site', { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-origin' }],
  ['an address that was typed in', { 'Sec-Fetch-Site': 'none' }],
  ['the own origin behind TLS', { Host: 'localhost', Origin: 'https://localhost' }],
  ['the own origin with the port that goes without saying', { Host: 'localhost:443', Origin: 'https://localhost' }],
])('takes a write with %s', async (_, headers) => {
  const { app } = await testApp()
  expect((await app.request('/api/enhance', write(headers))).status).toBe(200)
})

test.each([
  ['a foreign origin', { Origin: 'https://evil.example' }],
  ['another port', { Origin: 'http://localhost:3001' }],
  ['no port', { Origin: 'http://localhost' }],
  ['another loopback name', { Origin: 'http://127.0.0.1:3000' }],
  ['an opaque origin', { Origin: 'null' }],
  ['an empty origin', { Origin: '' }],
  ['another scheme', { Origin: 'file://localhost:3000' }],
  ['a longer name', { Origin: 'http://localhost:3000.evil.example' }],
  ['a foreign site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a sister site', { 'Sec-Fetch-Site': 'same-site' }],
  ['a good origin of a foreign site', { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'cross-site' }],
  [
    'a foreign origin that calls itself its own site',
    { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
  ],
])('refuses a write with %s', async (_, headers) => {
  const { app } = await testApp()
  const refusals = [
    await refusalOf(app.request('/api/generate', write(headers))),
    await refusalOf(app.request(`/api/gallery/${'A'.repeat(22)}`, { ...write(headers), method: 'DELETE' })),
  ]
  for (const refusal of refusals) expect(refusal).toMatchObject({ status: 403, code: 'forbidden' })
})

test('takes what the page asks that is where the operator says, and is handed on under another name', async () => {
  const { app } = await testApp({ allowedHosts: 'any', publicOrigin: 'https://page.example' })
  const handedOn = { Host: 'd1.cloudfront.example', 'Sec-Fetch-Site': 'same-origin' }
  const asked = async (headers: Record<string, string>) =>
    (await app.request('/api/enhance', write({ ...handedOn, ...headers }))).status
  expect(await asked({ Origin: 'https://page.example' })).toBe(200)
  expect(await asked({ Origin: 'https://page.example', 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
  expect(await asked({ Origin: 'https://page.example.evil.example' })).toBe(403)
  expect(await asked({ Origin: 'http://page.example' })).toBe(403)
})

test.each(['/api/models', '/api/gallery/list?q=red', '/images/x/y.png'])(
  'lets no page of another site read %s, nor time it',
  async (path) => {
    const { app } = await testApp()
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' },
      { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'empty' },
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' },
    ])
      expect(await refusalOf(app.request(path, { headers }))).toMatchObject({ status: 403, code: 'forbidden' })
  },
)

test('a link of another site leads to what it names, and is not to be embedded', async () => {
  const { app } = await testApp()
  const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }
  const reply = await app.request('/api/models', { headers })
  expect(reply.status).toBe(200)
  expect(reply.headers.get('Access-Control-Allow-Origin')).toBeNull()
  expect(reply.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
})
