import { describe, expect, test } from 'vitest'
import { randomId } from './contract-suite/samples.ts'
import { type ImageStore, imageKey, thumbnailKey } from './storage.ts'

/** What every ImageStore must do. `open` answers with an empty store, which it closes when the test is over. */
export function imageStoreContract(open: () => Promise<ImageStore>) {
  describe('images', () => {
    test.each(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'] as const)(
      'bytes come back as they were put, with their type: %s',
      async (mediaType) => {
        const images = await open()
        const key = imageKey(randomId(), { imageId: randomId(), mediaType })
        const bytes = Uint8Array.from({ length: 100_000 }, (_, n) => n * 7)
        await images.put(key, bytes, mediaType)
        const read = await images.read(key)
        expect(read?.mediaType).toBe(mediaType)
        expect(read && Buffer.compare(read.bytes, bytes)).toBe(0)
      },
    )

    test.each([0, 1000, 256 * 1024 + 1, 3_000_000])('an image of %i bytes is opened as it was put', async (length) => {
      const images = await open()
      const key = newKey(randomId())
      const bytes = Uint8Array.from({ length }, (_, n) => n * 7)
      await images.put(key, bytes, 'image/png')
      const opened = await images.open(key)
      expect(opened).toMatchObject({ byteLength: length, mediaType: 'image/png' })
      const read = Buffer.from(await new Response(opened?.body).arrayBuffer())
      expect(Buffer.compare(read, bytes)).toBe(0)
    })

    test('an image and its thumbnail are two', async () => {
      const images = await open()
      const jobId = randomId()
      const image = { imageId: randomId(), mediaType: 'image/webp' } as const
      await images.put(imageKey(jobId, image), bytesOf('image'), 'image/webp')
      await images.put(thumbnailKey(jobId, image), bytesOf('thumb'), 'image/webp')
      expect(await textAt(images, imageKey(jobId, image))).toBe('image')
      expect(await textAt(images, thumbnailKey(jobId, image))).toBe('thumb')
    })

    test('a key that exists keeps its bytes', async () => {
      const images = await open()
      const key = newKey(randomId())
      await images.put(key, bytesOf('first'), 'image/png')
      await images.put(key, bytesOf('second'), 'image/png')
      expect(await textAt(images, key)).toBe('first')
    })

    test('many at once, some of them with the same key', async () => {
      const images = await open()
      const jobId = randomId()
      const keys = Array.from({ length: 20 }, () => newKey(jobId))
      await Promise.all([...keys, ...keys].map((key) => images.put(key, bytesOf(key), 'image/png')))
      for (const key of keys) expect(await textAt(images, key)).toBe(key)
    })

    test('a store that can keep images says so', async () => {
      const images = await open()
      await expect(images.ready()).resolves.toBeUndefined()
    })

    test('what was never put is not there', async () => {
      const images = await open()
      expect(await images.read(newKey(randomId()))).toBeUndefined()
      expect(await images.open(newKey(randomId()))).toBeUndefined()
    })

    test('removing takes all images of a job and no other, and may be repeated', async () => {
      const images = await open()
      const [gone, kept] = [randomId(), randomId()]
      const keys = [newKey(gone), newKey(gone), newKey(kept)]
      for (const key of keys) await images.put(key, bytesOf(key), 'image/png')
      await images.removeAll(gone)
      await images.removeAll(gone)
      expect(await Promise.all(keys.map((key) => textAt(images, key)))).toEqual([undefined, undefined, keys[2]])
    })

    test.each([
      '',
      'images',
      'images/',
      'secret',
      'pixel-prompt.db',
      'images/../secret',
      `images/${'a'.repeat(22)}`,
      `images/${'a'.repeat(22)}/`,
      `images/${'a'.repeat(22)}/../../secret.png`,
      `images/${'a'.repeat(22)}/..%2f..%2fsecret.png`,
      `images/${'a'.repeat(22)}/%2e%2e/x.png`,
      String.raw`images/${'a'.repeat(22)}/..\x.png`,
      `images/${'a'.repeat(22)}/x.png\0.txt`,
      `images/${'a'.repeat(22)}/x.svg`,
      `images/${'a'.repeat(22)}/x.html`,
      `images/${'a'.repeat(22)}/.png`,
      `images/${'a'.repeat(22)}/x.png\n`,
      `images/${'a'.repeat(22)}/${'x'.repeat(300)}.png`,
      `/images/${'a'.repeat(22)}/x.png`,
      `images//${'a'.repeat(22)}/x.png`,
      `images/${'a'.repeat(21)}/x.png`,
      `IMAGES/${'a'.repeat(22)}/x.png`,
    ])('what is not a key is read as nothing and cannot be put: %j', async (key) => {
      const images = await open()
      expect(await images.read(key)).toBeUndefined()
      expect(await images.open(key)).toBeUndefined()
      await expect(images.put(key, bytesOf('x'), 'image/png')).rejects.toThrow('is not the key of an image')
    })
  })
}

const newKey = (jobId: string) => imageKey(jobId, { imageId: randomId(), mediaType: 'image/png' })
const bytesOf = (text: string) => new TextEncoder().encode(text)

async function textAt(images: ImageStore, key: string): Promise<string | undefined> {
  const read = await images.read(key)
  return read && new TextDecoder().decode(read.bytes)
}
