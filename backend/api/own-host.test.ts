import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { listen, refusalOf, testApp } from './test-app.ts'

type App = Awaited<ReturnType<typeof testApp>>['app']
const get = (app: App, host: string, path = '/api/models') => app.request(path, { headers: { Host: host } })
const statuses = async (app: App, hosts: string[]) =>
  Promise.all(hosts.map(async (host) => [host, (await get(app, host)).status] as const))
const each = (hosts: string[], status: number) => hosts.map((host) => [host, status] as const)

test('answers to every loopback name, on any port', async () => {
  const { app } = await testApp()
  const names = ['localhost', 'LOCALHOST:3000', 'localhost.', 'localhost.:3000', 'app.localhost:1']
  const addresses = ['127.0.0.1', '127.0.0.1:65535', '127.255.1.2', '[::1]', '[::1]:3000', '[0:0:0:0:0:0:0:1]:3000']
  const hosts = [...names, ...addresses]
  expect(await statuses(app, hosts)).toEqual(each(hosts, 200))
})

test('does not answer to a foreign name', async () => {
  const { app } = await testApp()
  const names = ['evil.example', 'evil.example:3000', 'localhost.evil.example', 'evillocalhost', 'localhost..', '.', '']
  const addresses = ['0.0.0.0', '10.0.0.1', '128.0.0.1', '169.254.169.254', '127.0.0.1.evil.example', '[::]', '[::2]']
  const broken = [
    '[::1',
    'localhost@evil.example',
    'evil.example#localhost',
    'localhost/',
    'localhost:x',
    'localhost:99999',
  ]
  const hosts = [...names, ...addresses, ...broken, 'localhost evil.example']
  expect(await statuses(app, hosts)).toEqual(each(hosts, 403))
})

test.each(['/', '/api/models', '/api/health', '/api/docs', `/images/${'A'.repeat(22)}/x.png`, '/none.txt'])(
  'says in words to a foreign name that it gets nothing at %s',
  async (path) => {
    const { app } = await testApp()
    const refusal = await refusalOf(get(app, 'evil.example', path))
    expect(refusal).toMatchObject({ status: 403, code: 'forbidden', error: expect.stringContaining('PUBLIC_URL') })
  },
)

test('answers to the names that the operator allows, with the port when one is named', async () => {
  const { app } = await testApp({ allowedHosts: ['Pictures.Example', 'other.example:8443', '192.168.1.20', '::2'] })
  const allowed = ['pictures.example', 'PICTURES.example.:80', 'pictures.example:3000', 'other.example:8443']
  const addresses = ['192.168.1.20:3000', '[::2]:80', 'localhost:3000']
  expect(await statuses(app, [...allowed, ...addresses])).toEqual(each([...allowed, ...addresses], 200))
  const others = ['other.example', 'other.example:8444', 'www.pictures.example', '192.168.1.21']
  expect(await statuses(app, others)).toEqual(each(others, 403))
})

test.each(['0.0.0.0', '::'])('bound to %s, answers to any address and still to no foreign name', async (bound) => {
  const { app } = await testApp({ allowedHosts: [bound] })
  expect(await statuses(app, ['192.168.1.20:3000', '[fe80::1]:3000'])).toMatchObject([{ 1: 200 }, { 1: 200 }])
  expect((await get(app, 'evil.example')).status).toBe(403)
})

test.each([
  ['an own Host', 'GET /api/models HTTP/1.1\r\nHost: 127.0.0.1', 200],
  ['no Host', 'GET /api/models HTTP/1.1', 400],
  ['an empty Host', 'GET /api/models HTTP/1.1\r\nHost:', 403],
  ['a foreign Host', 'GET http://127.0.0.1/api/models HTTP/1.1\r\nHost: evil.example', 403],
  ['no Host in HTTP/1.0, which no browser speaks', 'GET /api/models HTTP/1.0', 200],
])('over a real connection, answers to %s as it should', async (_, head, status) => {
  const { app } = await testApp()
  const { port } = await listen(app.fetch)
  const socket = connect(port, '127.0.0.1')
  socket.end(`${head}\r\nConnection: close\r\n\r\n`)
  expect(await text(socket)).toMatch(new RegExp(`^HTTP/1.1 ${status} `, 'u'))
})
