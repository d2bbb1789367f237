import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fakePng } from './fake-png.ts'
import { startFakeImageServer } from './fake-image-server.ts'
import { foreignFetch } from './foreign-fetch.ts'
import { openaiCompatible } from './adapters/openai-compatible.ts'
import { ProviderError } from './provider.ts'

const cdn = '93.184.216.34'
const pages: RequestListener = ({ url = '' }, reply) => {
  const to = /^\/to\/(.+)/u.exec(url)?.[1]
  if (to !== undefined) reply.writeHead(302, { Location: decodeURIComponent(to) }).end()
  else if (url === '/gone') reply.writeHead(403).end('no')
  else if (url === '/flood') flood(reply)
  else if (url !== '/silent')
    reply.writeHead(200, { 'Content-Type': 'image/png' }).end(fakePng({ width: 8, height: 8 }))
}

function flood(reply: Parameters<RequestListener>[1]): void {
  const more = () => {
    while (!reply.destroyed && reply.write(Buffer.alloc(1 << 20, 1)));
  }
  reply.on('drain', more)
  more()
}

/** The internet as one server: names have the addresses given, one list after the other, and every address is that server. */
async function internet(names: Record<string, string[][]> = {}, timeoutMs = 10_000) {
  const server = createServer((request, reply) => {
    seen.push(request.headers)
    pages(request, reply)
  })
  const seen: object[] = []
  const resolved: string[] = []
  const dialled: object[] = []
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const fetch = foreignFetch({
    resolve: async (name) => {
      resolved.push(name)
      return names[name]?.shift() ?? []
    },
    dial(to) {
      dialled.push(to)
      return connect(port, '127.0.0.1')
    },
    timeoutMs,
  })
  const get = (url: string) => fetch(new URL(url), new AbortController().signal)
  return { fetch, get, seen, resolved, dialled }
}

describe('an address that somebody else wrote', () => {
  test.each([
    'http://cdn.example.com/x.png',
    'ftp://cdn.example.com/x.png',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'https://user@cdn.example.com/x.png',
    'https://:secret@cdn.example.com/x.png',
    'https://cdn.example.com:8443/x.png',
    'https://localhost/x.png',
    'https://localhost./x.png',
    'https://printer/x.png',
    'https://printer.local/x.png',
    'https://metadata.google.internal/x.png',
    'https://127.0.0.1/x.png',
    'https://127.1/x.png',
    'https://0x7f.1/x.png',
    'https://0177.0.0.1/x.png',
    'https://2130706433/x.png',
    'https://127.0.0.1./x.png',
    'https://０x7f.1/x.png',
    'https://①②⑦.0.0.1/x.png',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://[::1]/x.png',
    'https://[::ffff:7f00:1]/x.png',
    'https://[64:ff9b::7f00:1]/x.png',
    'https://[2002:7f00:1::]/x.png',
    'https://[fd00:ec2::254]/x.png',
    'https://[fe80::1]/x.png',
  ])('is neither looked up nor connected to: %s', async (url) => {
    const { get, resolved, dialled } = await internet()
    await expect(get(url)).rejects.toThrow(expect.objectContaining({ name: 'ForeignUrlRefused' }))
    expect([resolved, dialled]).toEqual([[], []])
  })

  test.each([
    ['of this machine', [['127.0.0.1']]],
    ['of which one is private', [[cdn, '10.0.0.1']]],
    ['of IPv4 inside IPv6', [['::ffff:10.0.0.1']]],
    ['at all', [[]]],
  ])('is not connected to when its name has addresses %s', async (_, answers) => {
    const { get, dialled } = await internet({ 'cdn.example.com': answers })
    await expect(get('https://cdn.example.com/x.png')).rejects.toThrow(/public internet/)
    expect(dialled).toEqual([])
  })

  test('is fetched from the address that was looked at, though its name has another by then', async () => {
    const { get, seen, resolved, dialled } = await internet({ 'cdn.example.com': [[cdn], ['127.0.0.1']] })
    const reply = await get('https://cdn.example.com/x.png?signature=1')
    expect(
      Buffer.from(await reply.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect(resolved).toEqual(['cdn.example.com'])
    expect(dialled).toEqual([{ host: cdn, port: 443, servername: 'cdn.example.com' }])
    expect(seen).toEqual([{ host: 'cdn.example.com', accept: 'image/*', connection: 'close' }])
  })

  test('may be an address of the public internet itself', async () => {
    const { get, dialled } = await internet()
    expect((await get('https://[2606:4700::1111]/x.png')).status).toBe(200)
    expect(dialled).toEqual([{ host: '2606:4700::1111', port: 443 }])
  })

  test('may lead on to another that is looked at in the same way', async () => {
    const { get, resolved } = await internet({ 'a.example.com': [[cdn]], 'b.example.com': [[cdn]] })
    const target = encodeURIComponent('https://b.example.com/x.png')
    expect((await get(`https://a.example.com/to/${target}`)).status).toBe(200)
    expect(resolved).toEqual(['a.example.com', 'b.example.com'])
  })

  test.each([
    'http://a.example.com/x.png',
    'https://169.254.169.254/',
    'https://c.example.com/',
    '//127.1/',
    'https://[',
  ])('may not lead on to %s', async (location) => {
    const { get, dialled } = await internet({ 'a.example.com': [[cdn]], 'c.example.com': [['192.168.1.1']] })
    await expect(get(`https://a.example.com/to/${encodeURIComponent(location)}`)).rejects.toThrow(
      /https|public internet|on and on/,
    )
    expect(dialled).toHaveLength(1)
  })

  test('may not lead on for ever', async () => {
    const again = 'https://a.example.com/to/%2Fto%2F%252Fto%252F%25252Fto%25252F%2525252Fx'
    const { get, dialled } = await internet({ 'a.example.com': [[cdn], [cdn], [cdn], [cdn], [cdn], [cdn]] })
    await expect(get(again)).rejects.toThrow(/on and on/)
    expect(dialled).toHaveLength(4)
  })

  test('is given up when it keeps silent', async () => {
    const { get } = await internet({ 'a.example.com': [[cdn]] }, 30)
    await expect(get('https://a.example.com/silent')).rejects.toThrow(/too long|aborted/)
  })
})

describe('a picture that a provider answers with as an address', () => {
  async function painted(path: string, answers: string[][] = [[cdn]]) {
    const provider = await startFakeImageServer()
    onTestFinished(() => provider.close())
    provider.behave('flux', { kind: 'url', url: `https://cdn.example.com${path}` })
    const { fetch: foreign, seen } = await internet({ 'cdn.example.com': answers })
    const own = { id: 'flux', key: 'sk-a-secret-key', baseUrl: provider.url, who: 'Shed', now: Date.now }
    const generate = openaiCompatible({ ...own, fetch: globalThis.fetch, foreign })
    const painting = generate({ prompt: 'a boat', count: 1, signal: AbortSignal.timeout(20_000) })
    return { painting, seen }
  }

  test('is fetched, without the key', async () => {
    const { painting, seen } = await painted('/x.png')
    expect(
      Buffer.from((await painting).images[0]!.bytes)
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect(JSON.stringify(seen)).not.toContain('sk-a-secret-key')
  })

  test.each([
    ['inside our network', '/x.png', [['10.0.0.1']], /Shed .*not on the public internet/],
    ['that does not exist any more', '/gone', [[cdn]], /Shed made an image, but .* 403/],
    ['without end', '/flood', [[cdn]], /more than 32 MB/],
  ])('%s is told in words, as one that may have been charged', async (_, path, answers, words) => {
    const error = await (await painted(path, answers)).painting.catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(ProviderError)
    expect(error).toMatchObject({ didNoWork: false, message: expect.stringMatching(words) })
  })
})
