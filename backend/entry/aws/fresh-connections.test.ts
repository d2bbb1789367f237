import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { freshConnections } from './fresh-connections.ts'

/** A server that answers once by each connection, as one that has closed it without the client seeing that. */
async function forgetful() {
  const known = new WeakSet<Socket>()
  const server = createServer((request, response) => {
    const { method = '', headers, socket } = request
    if (known.has(socket)) socket.resetAndDestroy()
    else void text(request).then((body) => response.end([method, headers['x-key'], body].join(' ')))
    known.add(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('what is sent after a rest reaches a server that has closed the last connection meanwhile', async () => {
  const url = await forgetful()
  const fetch = freshConnections(globalThis.fetch)
  const init = { method: 'POST', headers: { 'X-Key': 'sk-1' }, body: 'a boat' }
  for (let call = 0; call < 3; call += 1) {
    expect(await (await fetch(url, init)).text()).toBe('POST sk-1 a boat')
    expect(await (await fetch(new Request(url, init))).text()).toBe('POST sk-1 a boat')
    expect(await (await fetch(new URL(url))).text()).toBe('GET  ')
  }
})
