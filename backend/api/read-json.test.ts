import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test, vi } from 'vitest'
import { Refusal } from '../../contract/refusal.ts'
import { maxBodyBytes } from './read-json.ts'
import { listen, refusalOf, testApp } from './test-app.ts'

const json = { 'Content-Type': 'application/json' }

test.each([
  ['no content type', {}],
  ['text', { 'Content-Type': 'text/plain' }],
  ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
  ['several parts', { 'Content-Type': 'multipart/form-data; boundary=x' }],
  ['a type that begins like JSON', { 'Content-Type': 'application/jsonp' }],
  ['a type that names JSON later', { 'Content-Type': 'text/plain; application/json' }],
])('refuses a body with %s', async (_, headers) => {
  const { app, galleryIds } = await testApp()
  const body = new TextEncoder().encode('{"prompt":"x"}')
  const refusal = await refusalOf(app.request('/api/generate', { method: 'POST', headers, body }))
  expect(refusal).toMatchObject({ status: 415, code: 'unsupported_media_type' })
  expect(await galleryIds()).toEqual([])
})

test.each(['application/json', 'Application/JSON; charset=utf-8', 'application/json;charset=UTF-8'])(
  'takes %s',
  async (type) => {
    const { post } = await testApp()
    expect((await post('/api/enhance', { prompt: 'a cat' }, { 'Content-Type': type })).status).toBe(200)
  },
)

test.each([
  ['an empty body', ''],
  ['white space', '  \n'],
  ['a broken object', '{"prompt":"x"'],
  ['two values', '{"prompt":"x"} {}'],
  ['a comment', '{"prompt":"x"} // y'],
  ['NaN', '{"prompt":"x","parameters":{"guidance":NaN}}'],
  ['bytes that are no text', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
  ['UTF-16', Buffer.from('{"prompt":"x"}', 'utf16le')],
  ['something compressed', new Uint8Array([0x1f, 0x8b, 8, 0, 0])],
])('refuses %s', async (_, body) => {
  const { app, galleryIds } = await testApp()
  const refusal = await refusalOf(app.request('/api/generate', { method: 'POST', headers: json, body }))
  expect(refusal).toMatchObject({ status: 400, code: 'invalid_request', error: expect.stringMatching(/body/u) })
  expect(await galleryIds()).toEqual([])
})

test.each([
  ['lists', `${'['.repeat(32_000)}${']'.repeat(32_000)}`],
  ['objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['a prompt of lists', `{"prompt":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
])('survives deeply nested %s', async (_, body) => {
  const { post } = await testApp()
  expect(await refusalOf(post('/api/generate', body))).toMatchObject({ status: 400, code: 'invalid_request' })
})

const padded = (bytes: number) => `{"prompt":"x"${' '.repeat(bytes - 14)}}`

test('takes a body of exactly 64 KB and refuses one byte more', async () => {
  const { post } = await testApp()
  expect((await post('/api/enhance', padded(maxBodyBytes))).status).toBe(200)
  const refusal = await refusalOf(post('/api/enhance', padded(maxBodyBytes + 1)))
  expect(refusal).toMatchObject({ status: 413, code: 'payload_too_large', error: expect.stringContaining('64 KB') })
})

test.each([
  ['with a stated length', { 'Content-Length': '10000000' }],
  ['in chunks, without a length', { 'Transfer-Encoding': 'chunked' }],
])('over a real connection, refuses 10 MB %s, and the client gets the refusal', async (_, headers) => {
  const { app } = await testApp()
  const { port } = await listen(app.fetch)
  const reply = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const sending = httpRequest({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/api/generate',
      headers: { ...json, ...headers },
    })
    sending.on('response', (response) => {
      text(response).then((body) => resolve({ status: response.statusCode, body }), reject)
    })
    sending.on('error', reject)
    for (let sent = 0; sent < 100; sent += 1) sending.write(Buffer.alloc(100_000, 0x20))
    sending.end()
  })
  expect(reply.status).toBe(413)
  expect(Refusal.parse(JSON.parse(reply.body)).code).toBe('payload_too_large')
})

test('a body that breaks off is the fault of nobody here', async () => {
  const { app, logged, galleryIds } = await testApp()
  const arrived = Promise.withResolvers<void>()
  const { port } = await listen((request) => {
    arrived.resolve()
    return app.fetch(request)
  })
  const socket = connect(port, '127.0.0.1')
  socket.write(
    'POST /api/generate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
  )
  await arrived.promise
  socket.destroy()
  await vi.waitUntil(() => logged.length > 0, { timeout: 4000 })
  expect(JSON.parse(logged[0] ?? '')).toMatchObject({ route: '/api/generate', status: 400, code: 'invalid_request' })
  expect(await galleryIds()).toEqual([])
})
