import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { behindCloudFront } from './behind-cloudfront.ts'

const inside = new Hono().all('*', async (c) => c.json({ headers: c.req.header(), body: await c.req.text() }))
const app = behindCloudFront(inside, async (value) => value === 'right')

const asked = async (headers: Record<string, string>, init: RequestInit = {}) => {
  const answer = await app.request('https://api.example/api/models', { ...init, headers })
  return {
    status: answer.status,
    body: (await answer.json()) as { code?: string; headers: Record<string, string>; body: string },
  }
}

describe('behind CloudFront', () => {
  test.each([{}, { 'x-origin-secret': '' }, { 'x-origin-secret': 'wrong' }])('%j is refused', async (headers) => {
    const { status, body } = await asked(headers)
    expect(status).toBe(403)
    expect(body).toMatchObject({ code: 'forbidden', error: expect.any(String), requestId: expect.any(String) })
  })

  test('what comes through it is as its viewer sent it, without the secret', async () => {
    const { status, body } = await asked(
      {
        'x-origin-secret': 'right',
        'x-viewer-host': 'pictures.example',
        host: 'api.example',
        'x-viewer-address': '2001:db8::1',
      },
      { method: 'POST', body: '{"prompt":"a boat"}' },
    )
    expect(status).toBe(200)
    expect(body.headers).toMatchObject({ host: 'pictures.example', 'x-viewer-address': '2001:db8::1' })
    expect(body.headers).not.toHaveProperty('x-origin-secret')
    expect(body.body).toBe('{"prompt":"a boat"}')
  })

  test('a token comes through where CloudFront signs, and its signature is nobody’s', async () => {
    const signed = { 'x-origin-secret': 'right', authorization: 'AWS4-HMAC-SHA256 Credential=x' }
    expect((await asked(signed)).body.headers).not.toHaveProperty('authorization')
    const withToken = { ...signed, 'x-viewer-authorization': 'Bearer pp_token' }
    expect((await asked(withToken)).body.headers['authorization']).toBe('Bearer pp_token')
  })
})
