import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Job } from '../../contract/job.ts'
import { Share } from '../../contract/share.ts'
import { testApp } from '../api/test-app.ts'
import { imageThreads } from '../entry/image-threads.ts'
import { inspectImage } from './inspect-image.ts'
import {
  animation,
  gifOf,
  jpegOfSegments,
  jpegWithExif,
  pngWith,
  profileBomb,
  sound,
  textBomb,
  webpOfChunks,
} from './test-bad-images.ts'
import { model } from './test-engine.ts'

const invalid = { name: 'ProviderError', code: 'invalid_image', didNoWork: false }
const html = Buffer.from('<!doctype html><script>alert(1)</script>')

describe('an image that was made to harm is refused', () => {
  test.each([
    ['a PNG of 3,600 megapixels in 250 bytes', () => pngWith(60_000, 60_000)],
    ['a PNG of 64 megapixels without pixels', () => pngWith(8000, 8000)],
    ['a PNG of a million frames', () => pngWith(1, 1, animation(1_000_000))],
    ['a GIF of 100,000 frames', () => gifOf(10, 10, 100_000)],
    ['a JPEG of seven million empty segments', () => jpegOfSegments(7_000_000, 'first')],
    ['a JPEG with as many between its scans', () => jpegOfSegments(7_000_000, 'between')],
    ['a WebP of three million empty chunks', () => webpOfChunks(3_000_000)],
    ['half a PNG', async () => (await sound('png')).subarray(0, 90)],
    ['half a WebP', async () => (await sound('webp')).subarray(0, 20)],
    ['half an AVIF', async () => (await sound('avif')).subarray(0, 200)],
    ['HTML that begins like a GIF', () => Buffer.concat([Buffer.from('GIF89a=1;'), html])],
    ['HTML that begins like a PNG', async () => Buffer.concat([(await sound('png')).subarray(0, 8), html])],
    ['HTML', () => html],
    ['a PDF', () => Buffer.from('%PDF-1.7 endstream')],
    ['SVG after a byte order mark', () => Buffer.from('\uFEFF<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('%s', async (_, bytes) => {
    await expect(inspectImage(await bytes())).rejects.toMatchObject(invalid)
  })

  test('whatever it is called, told on its card, and the next one is painted', async () => {
    const bad = [pngWith(60_000, 60_000), html, gifOf(10, 10, 1000)]
    const models = [
      ...bad.map((bytes, index) => model(`bad-${index}`, async () => ({ images: [{ bytes }] }))),
      model('good', async () => ({ images: [{ bytes: await sound('png') }] })),
    ]
    const { finishedJob } = await testApp({ models })
    const { results } = await finishedJob()
    expect(results.map((result) => (result.status === 'error' ? result.error.code : result.status))).toEqual([
      'invalid_image',
      'invalid_image',
      'invalid_image',
      'completed',
    ])
    expect(await finishedJob({ prompt: 'one more', models: ['good'] })).toMatchObject({ status: 'completed' })
  })
})

describe('texts and profiles that are small in the file and large when they are read', () => {
  const texts = Array.from({ length: 20 }, () => textBomb(50))

  test.each([
    ['twenty texts of 50 MB', () => pngWith(4, 1, ...texts)],
    ['a profile of 200 MB', () => pngWith(4, 1, profileBomb(200))],
  ])('are not read: %s', async (_, make) => {
    const bytes = make()
    const before = process.resourceUsage()
    expect(await inspectImage(bytes)).toMatchObject({ width: 4, height: 1 })
    const after = process.resourceUsage()
    expect(after.userCPUTime - before.userCPUTime).toBeLessThan(2_000_000)
    expect(after.maxRSS - before.maxRSS).toBeLessThan(100_000)
  })

  test('are not read either for a link that hides the prompt', async () => {
    const bytes = pngWith(4, 1, ...texts)
    const { finishedJob, app, post } = await testApp({ models: [model('red', async () => ({ images: [{ bytes }] }))] })
    const { jobId } = await finishedJob()
    const { url } = Share.parse(await (await post('/api/shares', { jobId, hidePrompt: true })).json())
    const [, picture] = /"([^"]+-plain\.webp)"/u.exec(await (await app.request(url)).text()) ?? []
    const before = process.resourceUsage()
    const reply = await app.request(picture!)
    expect(await sharp(await reply.arrayBuffer()).metadata()).toMatchObject({ format: 'webp', width: 4, height: 1 })
    const after = process.resourceUsage()
    expect(after.userCPUTime - before.userCPUTime).toBeLessThan(2_000_000)
    expect(after.maxRSS - before.maxRSS).toBeLessThan(100_000)
  })

  test('neither is a JPEG of which almost all is metadata', async () => {
    const bytes = await jpegWithExif(500)
    expect(bytes.length).toBeGreaterThan(32_000_000)
    expect(await inspectImage(bytes)).toMatchObject({ width: 64, height: 48, mediaType: 'image/jpeg' })
  })

  test('are kept with the picture, whose texts say how it was made', async () => {
    const bytes = pngWith(1, 1, textBomb(1))
    const { finishedJob, app } = await testApp({ models: [model('red', async () => ({ images: [{ bytes }] }))] })
    const [result] = (await finishedJob()).results
    const url = result?.status === 'completed' ? result.images[0]!.url : ''
    expect(Buffer.from(await (await app.request(url)).arrayBuffer())).toEqual(bytes)
  })
})

describe('a picture with something behind its end', () => {
  test.each(['png', 'jpeg', 'webp', 'gif'] as const)('%s is served as that alone', async (kind) => {
    const bytes = Buffer.concat([await sound(kind), html, Buffer.from('PK\u0003\u0004')])
    const { finishedJob, app } = await testApp({ models: [model('red', async () => ({ images: [{ bytes }] }))] })
    const job = Job.parse(await finishedJob())
    const [result] = job.results
    const { url, thumbnailUrl } = result?.status === 'completed' ? result.images[0]! : { url: '', thumbnailUrl: '' }
    const reply = await app.request(url, { headers: { Accept: 'text/html' } })
    expect(reply.headers.get('Content-Type')).toBe(`image/${kind}`)
    expect(reply.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(reply.headers.get('Content-Security-Policy')).toContain("default-src 'self'")
    // The thumbnail is made anew, and holds the picture alone.
    const thumbnail = Buffer.from(await (await app.request(thumbnailUrl)).arrayBuffer())
    expect(thumbnail.includes('script')).toBe(false)
    expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'webp' })
  })
})

test('the threads that decode go on after images that were made to harm', async () => {
  const threads = imageThreads(1)
  onTestFinished(() => threads.close())
  for (const bytes of [pngWith(60_000, 60_000), gifOf(10, 10, 1000), html])
    await expect(threads.inspect(bytes)).rejects.toMatchObject(invalid)
  expect(await threads.inspect(await sound('avif'))).toMatchObject({ mediaType: 'image/avif' })
})
