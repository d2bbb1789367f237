import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { inspectImage, maxImageBytes } from './inspect-image.ts'

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a05070' } })

describe('an image', () => {
  test.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('of kind %s is known by its bytes', async (kind) => {
    const bytes = await picture(640, 480).toFormat(kind).toBuffer()
    const image = await inspectImage(bytes)
    expect(image).toMatchObject({ width: 640, height: 480, mediaType: `image/${kind}` })
    expect(await sharp(image.thumbnail).metadata()).toMatchObject({ format: 'webp', width: 512, height: 384 })
    expect(Buffer.from(image.thumbhash, 'base64').length).toBeLessThanOrEqual(40)
  })

  test('is measured as it is shown, turned by its orientation', async () => {
    const bytes = await picture(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await inspectImage(bytes)).toMatchObject({ width: 40, height: 60 })
  })

  test('of one pixel, or of extreme shape, has a thumbnail too', async () => {
    for (const [width, height] of [
      [1, 1],
      [4000, 1],
    ] as const) {
      expect(await inspectImage(await picture(width, height).png().toBuffer())).toMatchObject({ width, height })
    }
  })

  test.each([
    ['too many bytes', async () => Buffer.alloc(maxImageBytes + 1, 1)],
    ['too many pixels', () => picture(9000, 9000).png().toBuffer()],
    ['a cut file', async () => (await picture(300, 300).jpeg().toBuffer()).subarray(0, 700)],
    ['a TIFF', () => picture(9, 9).tiff().toBuffer()],
    ['an SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')],
  ])('is refused for %s', async (_, bytes) => {
    await expect(inspectImage(await bytes())).rejects.toMatchObject({
      name: 'ProviderError',
      code: 'invalid_image',
      didNoWork: false,
    })
  })
})
