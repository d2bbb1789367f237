/**
 * What a decoder needs of a PNG: without its texts, which may be small in the file and take minutes and gigabytes to
 * read, one after the other. `frames` is how many pictures follow each other in it. Of other bytes: as they are.
 */
export function readPng(bytes: Uint8Array): { decodable: Uint8Array; frames: number } {
  if (Buffer.compare(bytes.subarray(0, signature.length), signature) !== 0) return { decodable: bytes, frames: 1 }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let frames = 1
  let at = signature.length
  // There may be millions: they are not gathered one by one.
  let kept: Uint8Array | undefined
  let length = at
  while (at + chunkBytes <= bytes.length) {
    const end = at + chunkBytes + view.getUint32(at)
    const type = view.getUint32(at + 4)
    if (type === animation && at + 12 <= bytes.length) frames = Math.max(frames, view.getUint32(at + 8))
    if (texts.has(type)) kept ??= Uint8Array.from(bytes)
    else {
      kept?.copyWithin(length, at, Math.min(end, bytes.length))
      length += Math.min(end, bytes.length) - at
    }
    at = end
  }
  return { decodable: kept?.subarray(0, length) ?? bytes, frames }
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Length, type and check sum. */
const chunkBytes = 12
const typeOf = (name: string) => Buffer.from(name, 'latin1').readUInt32BE()
const animation = typeOf('acTL')
const texts = new Set(['tEXt', 'zTXt', 'iTXt'].map(typeOf))
