import type { ImageMediaType } from '../../contract/image.ts'

/**
 * Of how many parts the file of an image consists, as far as a decoder keeps them one by one: seven million empty ones fit
 * into 28 MB and take 3 GB. 0: of that kind it keeps none.
 */
export function countParts(bytes: Uint8Array, mediaType: ImageMediaType): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (mediaType === 'image/jpeg') return jpegSegments(bytes, view)
  return mediaType === 'image/webp' ? webpChunks(view) : 0
}

/** Also those between the scans; what lies between two segments is passed over, as decoders do. */
function jpegSegments(bytes: Uint8Array, view: DataView): number {
  let segments = 0
  let at = bytes.indexOf(0xff)
  while (at !== -1 && at + 4 <= bytes.length) {
    const marker = view.getUint8(at + 1)
    if (marker === endOfImage) break
    const hasLength = marker > 1 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd8)
    if (hasLength) segments += 1
    const skipped = hasLength ? 2 + Math.max(2, view.getUint16(at + 2)) : marker === 0xff ? 1 : 2
    at = bytes.indexOf(0xff, at + skipped)
  }
  return segments
}

const endOfImage = 0xd9

function webpChunks(view: DataView): number {
  let chunks = 0
  for (let at = 12; at + 8 <= view.byteLength; chunks += 1) {
    const size = view.getUint32(at + 4, true)
    at += 8 + size + (size % 2)
  }
  return chunks
}
