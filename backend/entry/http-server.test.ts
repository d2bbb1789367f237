import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { expect, onTestFinished, test } from 'vitest'
import { Job } from '../../contract/job.ts'
import { testApp } from '../api/test-app.ts'
import { model, untilAborted } from '../jobs/test-engine.ts'
import { boundedServer, type ServerLimits, serverLimits } from './http-server.ts'

async function server(
  given: Partial<ServerLimits> = {},
  { isExempt = () => false, statusHoldMs = 300 }: { isExempt?: () => boolean; statusHoldMs?: number } = {},
) {
  const limits = { ...serverLimits, ...given }
  const { app, logged } = await testApp({ statusHoldMs, models: [model('red', untilAborted)] }, { taskTimeoutMs: 400 })
  const listener = getRequestListener(app.fetch)
  const listening = boundedServer((request, response) => void listener(request, response), { limits, isExempt })
  listening.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const sockets: Socket[] = []
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    listening.close()
    listening.closeAllConnections()
  })
  const address = listening.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  /** A connection on which `text` was sent; `received` settles at its end with all that came back. */
  const open = (text: string) => {
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    let all = ''
    socket.on('data', (chunk) => (all += chunk.toString())).on('error', () => {})
    socket.write(text)
    return { socket, received: once(socket, 'close').then(() => all), first: once(socket, 'data') }
  }
  return {
    open,
    logged,
    origin: `http://127.0.0.1:${port}`,
    health: () => fetch(`http://127.0.0.1:${port}/api/health`),
  }
}

const short = { headersTimeoutMs: 60, requestTimeoutMs: 120 }
const health = 'GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n'

test.each([
  ['head', 'GET /api/health HTTP/1.1\r\nHost: localhost\r\nX-Slow: '],
  ['first line', 'GET /api/hea'],
  [
    'body',
    'POST /api/generate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{"pro',
  ],
  [
    'body in chunks',
    'POST /api/generate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"pro\r\n',
  ],
])('a request whose %s does not arrive is ended, and others are answered meanwhile', async (_, text) => {
  const { open, health: ask, logged } = await server(short)
  const slow = Array.from({ length: 20 }, () => open(text).received)
  expect((await ask()).status).toBe(200)
  for (const received of await Promise.all(slow)) expect(received).toMatch(/^HTTP\/1\.1 4(?:08|00) /)
  expect(logged.filter((line) => line.includes('"level":50'))).toEqual([])
})

test('a request for news that is held for longer than one may take to arrive is answered', async () => {
  const { origin } = await server(short)
  const headers = { 'Content-Type': 'application/json' }
  const begun = await fetch(`${origin}/api/generate`, { method: 'POST', headers, body: '{"prompt":"a boat"}' })
  const { jobId } = Job.parse(await begun.json())
  const held = await fetch(`${origin}/api/status/${jobId}?after=1000`)
  expect(held.status).toBe(200)
  expect(await held.json()).toMatchObject({ jobId })
})

test('a head of 17 KB is refused', async () => {
  const { open } = await server()
  const { received } = open(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(17_000)}\r\n\r\n`)
  expect(await received).toMatch(/^HTTP\/1\.1 431 /)
})

test.each(['a b', '[::1', 'localhost:99999', ''])(
  'the host “%s” is refused without a word of the server',
  async (host) => {
    const { open } = await server()
    const received = await open(`GET /api/health HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`).received
    expect(received).toMatch(/^HTTP\/1\.1 (?:400|403) /)
    expect(received).not.toMatch(/at |node|Invalid/)
  },
)

test('one address has so many connections and no more, until one of them ends', async () => {
  const { open } = await server({ maxConnectionsPerAddress: 3 })
  const held = Array.from({ length: 3 }, () => open(health))
  await Promise.all(held.map(({ first }) => first))
  expect(await open(health).received).toBe('')
  const [{ socket, received }] = held as [(typeof held)[0]]
  socket.end()
  await received
  const [answer] = (await open(health).first) as [Buffer]
  expect(answer.toString()).toContain(' 200 ')
})

test('connections of this machine and of proxies are not counted by address, but in all', async () => {
  const { open } = await server({ maxConnectionsPerAddress: 1, maxConnections: 4 }, { isExempt: () => true })
  const held = Array.from({ length: 4 }, () => open(health))
  await Promise.all(held.map(({ first }) => first))
  expect(await open(health).received).toBe('')
})
