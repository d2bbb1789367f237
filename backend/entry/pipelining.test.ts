import { once } from 'node:events'
import type { RequestListener, ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { testApp } from '../api/test-app.ts'
import { imageKey } from '../storage/storage.ts'
import { boundedServer, type ServerLimits, serverLimits } from './http-server.ts'

async function serverOf(listener: RequestListener, given: Partial<ServerLimits> = {}) {
  const limits = { ...serverLimits, ...given }
  const server = boundedServer(listener, { limits, isExempt: () => true }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    connections: promisify(server.getConnections.bind(server)),
    open(text: string): Socket {
      const socket = connect(address.port, '127.0.0.1').on('error', () => {})
      socket.write(text)
      return socket
    },
  }
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`

test('requests that are sent ahead of their answers are answered one after the other', async () => {
  const begun: { url: string | undefined; response: ServerResponse }[] = []
  const arrived = vi.fn<RequestListener>((request, response) => void begun.push({ url: request.url, response }))
  const { open } = await serverOf(arrived)
  const socket = open(get('/1') + get('/2') + get('/3'))
  let received = ''
  socket.on('data', (chunk) => (received += chunk.toString()))
  for (const number of [1, 2, 3]) {
    await vi.waitFor(() => expect(begun).toHaveLength(number))
    await setImmediate()
    expect(begun.map(({ url }) => url)).toEqual(['/1', '/2', '/3'].slice(0, number))
    begun.at(-1)?.response.end(`answer ${number}.`)
  }
  await vi.waitFor(() => expect(received.match(/answer \d/gu)).toEqual(['answer 1', 'answer 2', 'answer 3']))
})

test('a connection that sends a thousand requests ahead is closed, and one of them was begun', async () => {
  const held = vi.fn<RequestListener>()
  const { open } = await serverOf(held)
  await once(open(get('/api/status?jobs=x').repeat(1000)).resume(), 'close')
  expect(held).toHaveBeenCalledTimes(1)
})

async function largePicture(megabytes: number) {
  const { app, engine, finishedJob } = await testApp()
  const { jobId } = await finishedJob({ prompt: 'a red boat', models: ['red'] })
  const key = imageKey(jobId, { imageId: 'x'.repeat(22), mediaType: 'image/png' })
  await engine.storage.images.put(key, new Uint8Array(megabytes * 1_000_000), 'image/png')
  const listener = getRequestListener(app.fetch)
  return { key, listener: ((request, response) => void listener(request, response)) satisfies RequestListener }
}

test('pictures that nobody reads are not held in memory', async () => {
  const { key, listener } = await largePicture(16)
  const { open } = await serverOf(listener)
  const before = process.memoryUsage().arrayBuffers
  const sockets = Array.from({ length: 12 }, () => open(get(`/${key}`)).pause())
  await Promise.all(sockets.map((socket) => once(socket, 'readable')))
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000_000)
  for (const socket of sockets) socket.destroy()
})

test('an answer that its reader does not take is broken off, and one that is taken slowly is not', async () => {
  const { key, listener } = await largePicture(16)
  const { open, connections } = await serverOf(listener, { idleTimeoutMs: 2000 })
  open(get(`/${key}`)).pause()
  const slow = open(get(`/${key}`))
  let taken = 0
  slow.on('data', (chunk) => {
    taken += chunk.length
    slow.pause()
    setTimeout(() => slow.resume(), 12)
  })
  await vi.waitFor(() => expect(taken).toBeGreaterThan(16_000_000), { timeout: 20_000 })
  slow.destroy()
  await vi.waitFor(async () => expect(await connections()).toBe(0), { timeout: 10_000 })
})
