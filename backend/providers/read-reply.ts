import { type Base64Sink, base64Sink } from './base64-sink.ts'
import { bodyChunks } from './body-chunks.ts'

/** A reply's text, in which every long string has given place to a name, and what those strings held, decoded. */
export type Reply = { text: string; pictures: Uint8Array<ArrayBuffer>[] }

/** Longer ones hold pictures; no word of a provider's needs as much. In characters. */
const longest = 16 * 1024
const quote = 0x22
const backslash = 0x5c

/** What stands in the text in place of the picture with that index. */
export const placeOf = (index: number): string => `picture:${index}`

/**
 * Reads JSON as it comes and decodes the base64 in it on the way, so that a picture is in memory once: not as the bytes
 * of a reply, a text, a parsed text and a picture. `expected`: bytes of the whole reply, if they are known.
 */
export async function readReply(body: ReadableStream<Uint8Array> | null, expected = 0): Promise<Reply> {
  const pictures: Uint8Array<ArrayBuffer>[] = []
  const kept: Buffer[] = []
  let inString = false
  /** Since when the string goes on: what of it is in `kept`. */
  let held = 0
  let escaped = false
  let sink: Base64Sink | undefined

  const keep = (part: Buffer) => {
    // A copy: the chunk it is cut from would be kept with it.
    if (part.length > 0) kept.push(Buffer.from(part))
    if (inString) held += part.length
  }

  const beginPicture = () => {
    const whole = Buffer.concat(kept)
    const start = whole.length - held
    kept.splice(0, kept.length, whole.subarray(0, start), Buffer.from(placeOf(pictures.length)))
    sink = base64Sink(expected)
    sink.write(whole.toString('latin1', start))
  }

  const endString = () => {
    if (sink) pictures.push(sink.end())
    sink = undefined
    inString = false
  }

  for await (const chunk of bodyChunks(body)) {
    for (let at = 0; at < chunk.length;) {
      if (!inString) {
        const opening = chunk.indexOf(quote, at)
        const next = opening === -1 ? chunk.length : opening + 1
        keep(chunk.subarray(at, next))
        inString = opening !== -1
        held = 0
        at = next
        continue
      }
      const end = endOfString(chunk, at, escaped)
      escaped = end.escaped
      const part = chunk.subarray(at, end.at)
      if (sink) sink.write(part.toString('latin1'))
      else keep(part)
      if (!sink && held > longest) beginPicture()
      at = end.at
      if (end.closed) {
        endString()
        keep(chunk.subarray(at, at + 1))
        at += 1
      }
    }
  }
  if (sink) pictures.push(sink.end())
  return { text: Buffer.concat(kept).toString(), pictures }
}

/** Where in the chunk the string ends; `escaped`: the chunk's last character is a backslash that means the next one. */
function endOfString(chunk: Buffer, from: number, escaped: boolean): { at: number; closed: boolean; escaped: boolean } {
  let at = escaped ? from + 1 : from
  for (;;) {
    const closing = chunk.indexOf(quote, at)
    const slash = chunk.subarray(at, closing === -1 ? chunk.length : closing).indexOf(backslash)
    if (slash === -1) return { at: closing === -1 ? chunk.length : closing, closed: closing !== -1, escaped: false }
    at += slash + 2
    if (at > chunk.length) return { at: chunk.length, closed: false, escaped: true }
  }
}
