import { once } from 'node:events'
import { request, type RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { expect, onTestFinished, test } from 'vitest'
import { testApp } from '../api/test-app.ts'
import { boundedServer, serverLimits } from './http-server.ts'

const page = new Map(
  ['/index.html', '/favicon.svg'].map((path) => {
    const bytes = new Uint8Array([60, 33])
    return [path, { type: 'text/html', etag: 'e', hashed: false, plain: bytes, br: bytes, gzip: bytes }]
  }),
)

/** A server with a password, in the order in which a stranger meets its parts. */
async function server({ proxies }: { proxies: number }) {
  const { app } = await testApp({
    page,
    passwords: { access: 'a long password' },
    clients: { peer: () => '203.0.113.7', proxies },
    limits: { logins: [{ scope: 'address', period: 'minute', most: 5 }] },
  })
  const answer = getRequestListener(app.fetch)
  const listener: RequestListener = (incoming, outgoing) => void answer(incoming, outgoing)
  const listening = boundedServer(listener, { limits: serverLimits, isExempt: () => true }).listen(0, '127.0.0.1')
  await once(listening, 'listening')
  onTestFinished(() => {
    listening.close()
    listening.closeAllConnections()
  })
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return async ({ path, headers, body }: Pick<Hostile, 'path' | 'headers' | 'body'>) => {
    const method = body === undefined ? 'GET' : 'POST'
    const asking = request({
      port: address.port,
      host: '127.0.0.1',
      path,
      method,
      headers: { Host: 'localhost', ...headers },
    })
    asking.end(body)
    const [reply] = (await once(asking, 'response')) as [{ statusCode: number; resume(): void }]
    reply.resume()
    return reply.statusCode
  }
}

type Hostile = { what: string; path: string; headers: Record<string, string>; body?: string; status: number }

const spaces = ' '.repeat(15_000)
const json = { 'Content-Type': 'application/json' }
const login = { path: '/api/session', body: '{"password":"not the password"}' }

test.each<Hostile>([
  { what: 'encodings', path: '/favicon.svg', headers: { 'Accept-Encoding': `x${spaces}y` }, status: 200 },
  { what: 'one encoding', path: '/', headers: { 'Accept-Encoding': `gzip${spaces};q=1` }, status: 200 },
  { what: 'addresses', ...login, headers: { ...json, 'X-Forwarded-For': `1.2.3.4,${spaces}x y` }, status: 429 },
  { what: 'an address', ...login, headers: { ...json, 'X-Forwarded-For': `${'1'.repeat(15_000)} x` }, status: 429 },
  { what: 'a bracket', ...login, headers: { ...json, 'X-Forwarded-For': '['.repeat(15_000) }, status: 429 },
  { what: 'a token', path: '/api/models', headers: { Authorization: `Bearer${spaces}x y` }, status: 401 },
  { what: 'a type', ...login, headers: { 'Content-Type': `application/json${spaces}x` }, status: 415 },
  { what: 'a key', path: '/api/models', headers: { 'Idempotency-Key': spaces + 'x' }, status: 401 },
  { what: 'an origin', path: '/api/models', headers: { Origin: `http://${'x'.repeat(15_000)}/` }, status: 401 },
])('a head of 15 KB with $what is read in as good as no time', async ({ status, ...hostile }) => {
  for (const proxies of [0, 1]) {
    const ask = await server({ proxies })
    const before = process.cpuUsage()
    const statuses = []
    for (let n = 0; n < 20; n += 1) statuses.push(await ask(hostile))
    const { user, system } = process.cpuUsage(before)
    expect(statuses.at(-1)).toBe(status)
    // In microseconds: all of twenty, where one of them took half a second.
    expect(user + system).toBeLessThan(2_000_000)
  }
})
