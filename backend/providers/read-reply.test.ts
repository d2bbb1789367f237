import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeOf, readReply } from './read-reply.ts'

const long = (bytes: number) => Buffer.alloc(bytes, 'The sea at night, with a boat on it. ')
/** The text in parts that end at the given places. */
function inParts(text: string, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const bytes = Buffer.from(text)
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
  return new ReadableStream({
    start(controller) {
      ends.forEach((end, index) =>
        controller.enqueue(new Uint8Array(bytes.subarray(index === 0 ? 0 : ends[index - 1], end))),
      )
      controller.close()
    },
  })
}

describe('a reply', () => {
  test('of short strings is its text, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.array(fc.nat(2000), { maxLength: 6 }), async (value, cuts) => {
        const text = JSON.stringify(value)
        expect(await readReply(inParts(text, cuts))).toEqual({ text, pictures: [] })
      }),
      { numRuns: 200 },
    )
  })

  test('gives its pictures apart, in their order, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 13_000, max: 40_000 }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(200_000), { maxLength: 8 }),
        fc.constantFrom('', 'data:image/png;base64,'),
        async (sizes, cuts, address) => {
          const given = sizes.map(long)
          const json = {
            data: given.map((bytes) => ({ b64_json: address + bytes.toString('base64') })),
            'a "quoted" \\ key': 'é',
          }
          const { text, pictures } = await readReply(inParts(JSON.stringify(json), cuts))
          expect(JSON.parse(text)).toEqual({ ...json, data: given.map((_, index) => ({ b64_json: placeOf(index) })) })
          expect(pictures.map((bytes) => Buffer.compare(bytes, given[pictures.indexOf(bytes)]!))).toEqual(
            given.map(() => 0),
          )
          expect(pictures.every(({ buffer, length }) => buffer.byteLength === length)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('may escape slashes and break lines within a picture', async () => {
    const bytes = Buffer.from(Array.from({ length: 30_000 }, (_, index) => (index * 7919) % 256))
    const written = bytes.toString('base64').replaceAll('/', '\\/').replaceAll(/.{76}/gu, '$&\\n')
    const { pictures } = await readReply(inParts(`{"image":"${written}"}`, [1000, 17_003, 17_004, 20_777]))
    expect(Buffer.compare(pictures[0]!, bytes)).toBe(0)
  })

  test('that breaks off within a picture is no JSON, and holds what came', async () => {
    const text = JSON.stringify({ image: long(30_000).toString('base64') }).slice(0, 25_000)
    const reply = await readReply(inParts(text, []))
    expect(() => JSON.parse(reply.text) as unknown).toThrow(SyntaxError)
    expect(reply.pictures).toHaveLength(1)
  })

  test('that is empty is an empty text', async () => {
    expect(await readReply(null)).toEqual({ text: '', pictures: [] })
  })
})
