import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { readPage } from './page-files.ts'
import { newVisitor, refusalOf, testApp } from './test-app.ts'

const index = '<!doctype html><title>Pixel Prompt</title>'
const script = `console.log(${JSON.stringify('pixel '.repeat(500))})`
const font = Buffer.from([0x77, 0x4f, 0x46, 0x32, 0, 1])

function builtPage() {
  const folder = mkdtempSync(join(tmpdir(), 'pixel-prompt-page-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const web = join(folder, 'web')
  mkdirSync(join(web, 'assets'), { recursive: true })
  writeFileSync(join(web, 'index.html'), index)
  writeFileSync(join(web, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(web, 'assets/index-Bx2kq.js'), script)
  writeFileSync(join(web, 'assets/sigmar-9f.woff2'), font)
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  symlinkSync(join(folder, 'secret.txt'), join(web, 'linked.txt'))
  return web
}

const pageApp = async (options: Parameters<typeof testApp>[0] = {}) =>
  testApp({ page: await readPage(builtPage()), ...options })

const asBrowser = { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }

test('serves index.html, to be asked for anew each time', async () => {
  const { app } = await pageApp()
  const reply = await app.request('/')
  expect(await reply.text()).toBe(index)
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-length': String(index.length),
    vary: 'Accept-Encoding',
  })
  expect(reply.headers.get('Set-Cookie')).toBeNull()
})

test.each(['/gallery', '/gallery/AAAAAAAAAAAAAAAAAAAAAA', '/compare/a/b', '/images-of-cats', '/%F0%9F%A6%8A'])(
  'serves index.html to a browser at %s, an address that the page understands',
  async (path) => {
    const { app } = await pageApp()
    const reply = await app.request(path, asBrowser)
    expect(reply.status).toBe(200)
    expect(await reply.text()).toBe(index)
  },
)

test('a program that asks there is told that nothing is there', async () => {
  const { app } = await pageApp()
  expect(await refusalOf(app.request('/gallery'))).toMatchObject({ status: 404, code: 'not_found' })
})

test('files with a hash in their name are kept for ever, others are asked for anew', async () => {
  const { app } = await pageApp()
  const js = await app.request('/assets/index-Bx2kq.js')
  expect(await js.text()).toBe(script)
  expect(js.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(js.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  const icon = await app.request('/favicon.svg')
  expect(icon.headers.get('Cache-Control')).toBe('no-cache')
  expect(icon.headers.get('Content-Type')).toBe('image/svg+xml')
})

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['BR', 'br'],
  ['*', 'br'],
  ['identity', null],
  ['br;q=0, gzip;q=0', null],
  ['brotli', null],
  ['', null],
])('a browser that accepts "%s" gets %s', async (accepted, encoding) => {
  const { app } = await pageApp()
  const reply = await app.request('/assets/index-Bx2kq.js', { headers: { 'Accept-Encoding': accepted } })
  expect(reply.headers.get('Content-Encoding')).toBe(encoding)
  const bytes = Buffer.from(await reply.arrayBuffer())
  expect(reply.headers.get('Content-Length')).toBe(String(bytes.byteLength))
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? ''] ?? ((plain: Buffer) => plain)
  expect(unpack(bytes).toString()).toBe(script)
})

test('what is compressed already is sent as it is', async () => {
  const { app } = await pageApp()
  const reply = await app.request('/assets/sigmar-9f.woff2', { headers: { 'Accept-Encoding': 'br' } })
  expect(reply.headers.get('Content-Encoding')).toBeNull()
  expect(Buffer.from(await reply.arrayBuffer()).equals(font)).toBe(true)
})

test('answers 304 to a browser that has the same file in the same encoding', async () => {
  const { app } = await pageApp()
  const tag = (await app.request('/')).headers.get('ETag') ?? ''
  const same = await app.request('/', { headers: { 'If-None-Match': tag } })
  expect([same.status, await same.text(), same.headers.get('Cache-Control')]).toEqual([304, '', 'no-cache'])
  const other = await app.request('/', { headers: { 'If-None-Match': tag, 'Accept-Encoding': 'gzip' } })
  expect(other.status).toBe(200)
})

test('answers HEAD with the headers alone', async () => {
  const { app } = await pageApp()
  const reply = await app.request('/', { method: 'HEAD' })
  expect([reply.status, await reply.text(), reply.headers.get('Content-Length')]).toEqual([
    200,
    '',
    String(index.length),
  ])
})

test('has no other files, whatever tricks are played with the path', async () => {
  const { app } = await pageApp()
  const missing = ['/none.txt', '/assets/none.js', '/assets', '/assets/', '/index.html/', '/secret.txt', '/linked.txt']
  const up = [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
  ]
  const odd = [
    '//etc/passwd.txt',
    '/assets/index-Bx2kq.js%00',
    '/__proto__',
    '/constructor',
    '/file:/etc/passwd.txt',
    '/.env',
  ]
  const paths = [...missing, ...up, ...odd]
  const codes = paths.map(async (path) => [path, (await refusalOf(app.request(`http://localhost${path}`))).code])
  expect(await Promise.all(codes)).toEqual(paths.map((path) => [path, 'not_found']))
})

test('is only read: other methods are 405', async () => {
  const { app } = await pageApp()
  for (const path of ['/', '/gallery', '/none.txt']) {
    const reply = await app.request(path, { method: 'POST' })
    expect(reply.headers.get('Allow')).toBe('GET, HEAD')
    expect(await refusalOf(reply)).toMatchObject({ status: 405, code: 'method_not_allowed' })
  }
})

test('where there are many visitors, gives a browser its identity, and no cache may keep that answer', async () => {
  const { app } = await pageApp({ visitors: { mode: 'many', secrets: () => ['s'], https: false } })
  for (const path of ['/', '/gallery']) {
    const reply = await app.request(path, asBrowser)
    expect(reply.headers.get('Set-Cookie')).toMatch(/^pixel-prompt-visitor=.+; HttpOnly; SameSite=Lax$/u)
    expect(reply.headers.get('Cache-Control')).toBe('private, no-cache')
  }
  const known = await newVisitor(app)
  const again = await app.request('/', { headers: known })
  expect(again.headers.get('Set-Cookie')).toContain(known.Authorization.replace('Bearer ', '='))
  expect((await app.request('/favicon.svg')).headers.get('Set-Cookie')).toBeNull()
})

test('says in words that the page is not built', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pixel-prompt-page-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const page of [undefined, await readPage(folder), await readPage(join(folder, 'none'))]) {
    const { app } = await testApp({ page })
    const refusal = await refusalOf(app.request('/', asBrowser))
    expect(refusal).toMatchObject({ status: 503, code: 'unavailable', error: expect.stringMatching(/not been built/u) })
  }
})
