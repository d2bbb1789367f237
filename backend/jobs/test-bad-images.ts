import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Real files that are made to harm who opens them. */

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}

const numbers = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4)
  return bytes
}

/** A PNG of the size that its header says, with any chunks before its one row of pixels. */
export const pngWith = (width: number, height: number, ...chunks: Buffer[]): Buffer =>
  Buffer.concat([
    signature,
    chunk('IHDR', Buffer.concat([numbers(width, height), Buffer.from([8, 2, 0, 0, 0])])),
    ...chunks,
    chunk('IDAT', deflateSync(Buffer.alloc((1 + width * 3) * Math.min(height, 1)))),
    chunk('IEND', Buffer.alloc(0)),
  ])

const bomb = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 1_000_000), { level: 9 })

/** A compressed text that is as large as told once it is read. */
export const textBomb = (megabytes: number): Buffer =>
  chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), bomb(megabytes)]))

export const profileBomb = (megabytes: number): Buffer =>
  chunk('iCCP', Buffer.concat([Buffer.from('p\0\0', 'latin1'), bomb(megabytes)]))

/** An animated PNG says how many frames it has; each may be small in the file. */
export const animation = (frames: number): Buffer => chunk('acTL', numbers(frames, 0))

/** Frames of one colour each, which take some dozen bytes apiece. */
export function gifOf(width: number, height: number, frames: number): Buffer {
  const word = (value: number) => Buffer.from([value & 0xff, value >> 8])
  const size = Buffer.concat([word(width), word(height)])
  const frame = Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0]), word(1), word(1), Buffer.from([0, 2, 2, 0x44, 1, 0])])
  return Buffer.concat([
    Buffer.from('GIF89a'),
    size,
    Buffer.from([0x80, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff]),
    ...Array.from({ length: frames }, () => frame),
    Buffer.from([0x3b]),
  ])
}

/** Metadata of as many segments as told, of 65 kB each. */
export async function jpegWithExif(segments: number): Promise<Buffer> {
  const jpeg = await sound('jpeg')
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.alloc(65_000)])
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body])
  return Buffer.concat([jpeg.subarray(0, 2), ...Array.from({ length: segments }, () => segment), jpeg.subarray(2)])
}

/** Of segments that hold nothing, four bytes each, at its beginning or between its scans. */
export async function jpegOfSegments(count: number, where: 'first' | 'between'): Promise<Buffer> {
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#a05070' } })
    .jpeg({ progressive: true })
    .toBuffer()
  const at = where === 'first' ? 2 : jpeg.lastIndexOf(Buffer.from([0xff, 0xda]))
  return Buffer.concat([
    jpeg.subarray(0, at),
    Buffer.alloc(count * 4, Buffer.from([0xff, 0xe2, 0, 2])),
    jpeg.subarray(at),
  ])
}

export async function webpOfChunks(count: number): Promise<Buffer> {
  const webp = Buffer.concat([await sound('webp'), Buffer.alloc(count * 8, Buffer.from('abcd\0\0\0\0', 'latin1'))])
  webp.writeUInt32LE(webp.length - 8, 4)
  return webp
}

export const sound = (kind: 'png' | 'jpeg' | 'webp' | 'gif' | 'avif'): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#a05070' } })
    .toFormat(kind)
    .toBuffer()
