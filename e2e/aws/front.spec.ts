import { expect } from '../fixtures.ts'
import { test } from './deployed.ts'
import { toHttpEvent } from './http-event.ts'

const asked = (headers: Record<string, string>) =>
  toHttpEvent({ method: 'GET', path: '/api/models', query: '', headers, body: Buffer.alloc(0) }, '203.0.113.1')

test('a call past CloudFront is refused, whatever it claims', async ({ deployment }) => {
  for (const headers of [
    {},
    { 'x-origin-secret': 'guessed' },
    { 'x-origin-secret': '', 'x-viewer-host': 'localhost', 'x-viewer-address': '127.0.0.1' },
  ]) {
    const reply = await deployment.functions.api.invoke(asked({ host: 'api.example', ...headers }))
    if (reply.kind !== 'buffered') throw new Error('The api streams')
    const { statusCode, body } = JSON.parse(reply.body.toString()) as { statusCode: number; body: string }
    expect(statusCode).toBe(403)
    expect(JSON.parse(body)).toMatchObject({ code: 'forbidden' })
  }
})

test('what a viewer writes into the headers of CloudFront counts for nothing', async ({ deployment }) => {
  const headers = { 'x-viewer-host': 'evil.example', 'x-viewer-address': '198.51.100.1', 'x-origin-secret': 'guessed' }
  const reply = await fetch(`${deployment.url}/api/models`, { headers })
  expect(reply.status).toBe(200)
})

test('pages, pictures and answers carry the headers that browsers heed', async ({ deployment }) => {
  for (const path of ['/', '/gallery', '/api/health', '/api/openapi.json', '/nothing.js']) {
    const { headers } = await fetch(deployment.url + path, { headers: { accept: 'text/html' } })
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})
