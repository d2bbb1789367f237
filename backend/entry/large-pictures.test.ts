import sharp from 'sharp'
import { expect, test } from 'vitest'
import { residentMb } from '../../bench/memory.ts'
import { endedRun } from '../../e2e/api.ts'
import { pricedProduct, provider } from './test-priced.ts'

const names = Array.from({ length: 9 }, (_, index) => `Painter ${index + 1}`)
const models = names.map((name) => name.toLowerCase().replaceAll(' ', '-'))
const [width, height] = [7400, 5400]

test(
  'nine pictures of 40 megapixels that come at once are all kept and shown, in bounded memory',
  { timeout: 120_000 },
  async () => {
    const picture = await sharp({ create: { width, height, channels: 3, background: '#804060' } })
      .jpeg({ progressive: true })
      .toBuffer()
    // They are sent when all nine have been asked for.
    const all = Promise.withResolvers<void>()
    let asked = 0
    const painter = await provider(() => {
      asked += 1
      if (asked === names.length) all.resolve()
      return { kind: 'succeed', images: [picture], once: all.promise }
    })
    const server = await pricedProduct(Object.fromEntries(names.map((name) => [name, painter.url])))
    const small = residentMb(server.pid()).now

    const job = await endedRun(server.url, { prompt: 'a very large boat', models })

    expect(job).toMatchObject({ status: 'completed', completedModels: names.length })
    for (const result of job.results) {
      expect(result).toMatchObject({ images: [{ width, height, mediaType: 'image/jpeg', bytes: picture.length }] })
      const { url, thumbnailUrl } = result.status === 'completed' ? result.images[0]! : { url: '', thumbnailUrl: '' }
      const thumbnail = Buffer.from(await (await fetch(server.url + thumbnailUrl)).arrayBuffer())
      expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'webp' })
      expect((await fetch(server.url + url)).headers.get('content-length')).toBe(String(picture.length))
    }
    const grownMb = residentMb(server.pid()).peak - small
    console.log(`nine pictures of 40 megapixels took ${grownMb} MB of the server`)
    expect(grownMb).toBeLessThan(600)
  },
)
