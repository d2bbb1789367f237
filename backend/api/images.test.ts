import { expect, test } from 'vitest'
import { png } from '../jobs/test-engine.ts'
import { newVisitor, refusalOf, testApp } from './test-app.ts'

async function oneImage(options: Parameters<typeof testApp>[0] = {}, headers: Record<string, string> = {}) {
  const given = await testApp(options)
  const job = await given.finishedJob({ prompt: 'a red boat', models: ['red'] }, headers)
  const [result] = job.results
  if (result?.status !== 'completed') throw new Error('Not painted')
  const [image] = result.images
  return { ...given, jobId: job.jobId, url: image!.url, thumbnailUrl: image!.thumbnailUrl }
}

test('serves the very bytes that were kept, for ever', async () => {
  const { app, url } = await oneImage()
  const reply = await app.request(url)
  expect(reply.status).toBe(200)
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(png.byteLength),
    'cache-control': 'public, max-age=31536000, immutable',
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  expect(Buffer.from(await reply.arrayBuffer()).equals(png)).toBe(true)
})

test('serves the thumbnail', async () => {
  const { app, thumbnailUrl } = await oneImage()
  const reply = await app.request(thumbnailUrl)
  expect(reply.headers.get('Content-Type')).toBe('image/webp')
})

test('answers HEAD with the headers alone', async () => {
  const { app, url } = await oneImage()
  const reply = await app.request(url, { method: 'HEAD' })
  expect(reply.status).toBe(200)
  expect(reply.headers.get('Content-Length')).toBe(String(png.byteLength))
  expect(await reply.text()).toBe('')
})

test('answers 304 to a browser that has it', async () => {
  const { app, url } = await oneImage()
  const tag = (await app.request(url)).headers.get('ETag') ?? ''
  const reply = await app.request(url, { headers: { 'If-None-Match': `W/"x", ${tag}` } })
  expect(reply.status).toBe(304)
  expect(await reply.text()).toBe('')
  expect((await app.request(url, { headers: { 'If-None-Match': '"x"' } })).status).toBe(200)
})

test('lets go of what it opened and nobody reads', async () => {
  const { app, engine, url } = await oneImage()
  const opened: string[] = []
  const read = async (init: RequestInit) => {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.enqueue(Uint8Array.from(png)),
      cancel: () => void opened.pop(),
    })
    engine.deps.images.open = async (key) => (opened.push(key), { body, byteLength: 1, mediaType: 'image/png' })
    const reply = await app.request(url, init)
    expect(await reply.text()).toBe('')
    return reply.status
  }
  expect(await read({ method: 'HEAD' })).toBe(200)
  expect(opened).toEqual([])
  expect(await read({ headers: { 'If-None-Match': `"${url.split('/').at(-1)}"` } })).toBe(304)
  expect(opened).toEqual([])
})

test('is never compressed', async () => {
  const { app, url } = await oneImage()
  const reply = await app.request(url, { headers: { 'Accept-Encoding': 'gzip, br' } })
  expect(reply.headers.get('Content-Encoding')).toBeNull()
})

test('needs no cookie, since the address is the permission, and stays out of shared caches where there are many visitors', async () => {
  const given = await testApp({ visitors: { mode: 'many', secrets: () => ['s'], https: false } })
  const headers = await newVisitor(given.app)
  const { results } = await given.finishedJob({ prompt: 'a red boat', models: ['red'] }, headers)
  const url = results[0]?.status === 'completed' ? results[0].images[0]!.url : ''
  const reply = await given.app.request(url)
  expect(reply.status).toBe(200)
  expect(reply.headers.get('Cache-Control')).toBe('private, max-age=31536000, immutable')
})

test('a name that is not of the job, or not an image, is not found', async () => {
  const { app, jobId, url } = await oneImage()
  const file = url.split('/').at(-1)
  const wrong = [
    `/images/${'A'.repeat(22)}/${file}`,
    `/images/${jobId}/${'A'.repeat(22)}.png`,
    `/images/${jobId}/`,
    `/images/${jobId}`,
    '/images/',
    '/images',
    `/images/${jobId}/${file}/`,
    `/images/${jobId}/${file}%00`,
    `/images/${jobId}/${file?.replace('png', 'svg')}`,
    `/images/${jobId}/${file?.replace('png', 'html')}`,
    `/images/${jobId}/${file?.toUpperCase()}`,
  ]
  const refusals = await Promise.all(wrong.map(async (path) => [path, (await refusalOf(app.request(path))).code]))
  expect(refusals).toEqual(wrong.map((path) => [path, 'not_found']))
})

test.each([
  '/images/..%2f..%2fpackage.json',
  '/images/%2e%2e%2f%2e%2e/pixel-prompt.db',
  '/images/..%5c..%5cpixel-prompt.db/x.png',
  '/images/AAAAAAAAAAAAAAAAAAAAAA/..%2f..%2fpixel-prompt.db',
  '/images/AAAAAAAAAAAAAAAAAAAAAA/%2e%2e%2f%2e%2e%2fsecret.png',
  '/images/.unfinished/x.png',
  '/images//etc/passwd',
  '/images/AAAAAAAAAAAAAAAAAAAAAA/C:%5cx.png',
  '/images/AAAAAAAAAAAAAAAAAAAAAA/x.png%0d%0aSet-Cookie:a=b',
])('the path trick %s is not found', async (path) => {
  const { app } = await testApp()
  expect(await refusalOf(app.request(path))).toMatchObject({ status: 404, code: 'not_found' })
})

test('images cannot be written', async () => {
  const { app, url } = await oneImage()
  const reply = await app.request(url, { method: 'DELETE' })
  expect(reply.headers.get('Allow')).toBe('GET, HEAD')
  expect(await refusalOf(reply)).toMatchObject({ status: 405, code: 'method_not_allowed' })
})

test('an image is gone once its job is marked as deleted, though its bytes may still be on the disk', async () => {
  const { app, engine, jobId, url } = await oneImage()
  await engine.deps.jobs.tombstone(jobId, { now: Date.now() })
  expect(await refusalOf(app.request(url))).toMatchObject({ status: 404, code: 'not_found' })
})
