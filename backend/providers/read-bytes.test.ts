import { describe, expect, test } from 'vitest'
import { readBytes } from './read-bytes.ts'

const whole = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => (index * 7919) % 251))
const parts = () =>
  [0, 1_000_000, 1_000_001, 2_500_000].map((start, at, all) => new Uint8Array(whole.subarray(start, all[at + 1])))

const bodyOf = (chunks: readonly Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })

describe('the bytes of a body', () => {
  test.each([0, 1, whole.length - 1, whole.length, whole.length * 2])(
    'are all of them in a buffer of their own when %i are expected',
    async (expected) => {
      const bytes = await readBytes(bodyOf(parts()), expected)
      expect(Buffer.compare(bytes, whole)).toBe(0)
      expect(bytes.buffer.byteLength).toBe(whole.length)
    },
  )

  test('are none when there is no body, and when it is empty', async () => {
    expect(await readBytes(null, 0)).toHaveLength(0)
    expect(await readBytes(new Response('').body, 100)).toHaveLength(0)
  })

  test('are held once: a part is given back when it was read, unless others share its memory', async () => {
    const alone = new Uint8Array(100_000)
    const shared = new Uint8Array(100_000).subarray(10)
    expect(await readBytes(bodyOf([alone, shared]), 0)).toHaveLength(199_990)
    expect([alone.length, shared.length]).toEqual([0, 99_990])
  })
})
