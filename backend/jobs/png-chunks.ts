/**
 * What a decoder needs of a PNG: without its texts, which may be small in the file and take minutes and gigabytes to
 * read, one after the other. `frames` is how many pictures follow each other in it. Of other bytes: as they are.
 */
export function readPng(bytes: Uint8Array): { decodable: Uint8Array; frames: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, signatureBytes)]
  let frames = 1
  let dropped = false
  let at = signatureBytes
  while (at + chunkBytes <= bytes.length) {
    const end = at + chunkBytes + view.getUint32(at)
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    if (type === 'acTL' && at + 12 <= bytes.length) frames = Math.max(frames, view.getUint32(at + 8))
    if (texts.has(type)) dropped = true
    else kept.push(bytes.subarray(at, end))
    at = end
  }
  return { decodable: dropped ? Buffer.concat(kept) : bytes, frames }
}

const signatureBytes = 8
/** Length, type and check sum. */
const chunkBytes = 12
const texts = new Set(['tEXt', 'zTXt', 'iTXt'])
