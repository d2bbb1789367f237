import { once } from 'node:events'
import { connect } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import * as fc from 'fast-check'
import type { FuzzedProduct } from './fuzzed-product.ts'
import { shortHostileText } from './hostile-text.ts'
import { hold, holdNothing, judgeLog } from './judge.ts'
import type { Property } from './properties.ts'

/** Bytes on a connection that are a request, or nearly. */
export async function rawRequests(product: FuzzedProduct): Promise<{ property: Property; close(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: product.app.fetch })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const outcomes = new Map<string, number>()
  return {
    property: {
      outcomes,
      name: 'bytes on a connection',
      share: 5,
      check: fc.asyncProperty(bytes, async (sent) => {
        const received = await exchange(port, sent)
        const statuses = [...received.matchAll(/^HTTP\/1\.1 (\d{3})/gmu)].map(([, status]) => Number(status))
        for (const status of statuses.length === 0 ? ['none'] : statuses) count(outcomes, String(status))
        hold(
          statuses.every((status) => status < 500 || status === 503),
          `answers ${statuses.join(', ')}: ${received.slice(0, 500)}`,
        )
        hold(!/^X-Injected:/imu.test(received), 'a header was put into the answer')
        holdNothing(received, product.hidden)
        judgeLog(product.takeLog(), product.hidden)
      }),
    },
    async close() {
      server.close()
      await once(server, 'close')
    },
  }
}

export function count(outcomes: Map<string, number>, what: string): void {
  outcomes.set(what, (outcomes.get(what) ?? 0) + 1)
}

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const line = shortHostileText.map((text) => Buffer.from(text).toString('latin1'))
const target = fc.oneof(
  fc.constantFrom(
    '/',
    '/api/health',
    '/api/models',
    '*',
    'http://evil.example/api/models',
    '/api/../../etc/passwd',
    '//evil.example/',
    '/api\\..\\x',
    '/images/a/%00',
    '',
    '/%',
  ),
  line.map((text) => `/api/gallery/list?q=${text.replaceAll(' ', '+')}`),
  line,
)
const header = fc.oneof(
  fc.constantFrom(
    'Host: localhost',
    'Host: localhost\r\nHost: evil.example',
    'Host: a b',
    'Host: ',
    'Host: [::1',
    'Host: 127.0.0.1@evil.example',
    'Content-Length: 3',
    'Content-Length: -1',
    'Content-Length: 3\r\nContent-Length: 4',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: chunked\r\nContent-Length: 3',
    'Expect: 100-continue',
    'Expect: nonsense',
    'Upgrade: websocket\r\nConnection: Upgrade',
    'Connection: close',
    'Content-Type: application/json',
  ),
  line.map((text) => `X-Any: ${text}`),
  line.map((text) => `Host: ${text}`),
  line,
)
const body = fc.oneof(fc.constantFrom('', 'abc', '{}', '3\r\nabc\r\n0\r\n\r\n', 'ffffffffffffffff\r\na'), line)
/** Mostly what is right, or hardly anything would be looked at. */
const mostly = (right: string, other: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: other })
const bytes = fc
  .tuple(
    mostly('GET', fc.oneof(fc.constantFrom('POST', 'HEAD', 'TRACE', 'CONNECT', 'OPTIONS', 'DELETE', 'PRI'), line)),
    mostly('/api/health', target),
    mostly('HTTP/1.1', fc.constantFrom('HTTP/1.0', 'HTTP/2.0', 'HTTP/9', '')),
    mostly('Host: localhost', header),
    fc.array(header, { maxLength: 2 }),
    mostly('', body),
  )
  .map(([method, path, version, host, headers, rest]) =>
    latin1(`${[`${method} ${path} ${version}`, host, ...headers].join('\r\n')}\r\n\r\n${rest}`),
  )

/** How long a client stays silent that has not said all it announced, in milliseconds. */
const silenceMs = 40

/** All that comes back until the server ends the connection. The client ends its half after an answer, or a silence. */
function exchange(port: number, sent: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    const silence = setTimeout(() => socket.end(), silenceMs)
    socket.setTimeout(10_000, () => {
      socket.destroy()
      reject(new Error('The connection is still open after ten seconds'))
    })
    socket
      .on('data', (chunk) => {
        received += chunk.toString('latin1')
        socket.end()
      })
      .on('error', () => {})
      .on('close', () => {
        clearTimeout(silence)
        resolve(received)
      })
      .write(sent)
  })
}
