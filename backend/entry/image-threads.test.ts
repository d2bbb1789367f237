import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { imageThreads } from './image-threads.ts'

const threads = 4

test('nine pictures of 40 megapixels that come at once are decoded in bounded memory, on however many cores', async () => {
  const images = imageThreads(threads)
  onTestFinished(() => images.close())
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#804060' } })
      .jpeg({ progressive: true })
      .toBuffer()
  const small = await picture(10, 10)
  await Promise.all(Array.from({ length: threads }, () => images.inspect(small)))
  const large = await picture(7400, 5400)

  const before = process.memoryUsage.rss()
  let peak = before
  const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5)
  const inspected = await Promise.all(Array.from({ length: 9 }, () => images.inspect(large)))
  clearInterval(watching)

  expect(inspected.map(({ width }) => width)).toEqual(Array.from({ length: 9 }, () => 7400))
  const grownMb = (peak - before) / 1e6
  console.log(`nine pictures of 40 megapixels took ${Math.round(grownMb)} MB`)
  expect(grownMb).toBeLessThan(400)
}, 60_000)
