import sharp from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import type { ImageMediaType } from '../../contract/image.ts'
import { ProviderError } from '../providers/provider.ts'
import { countParts } from './image-parts.ts'
import { readPng } from './png-chunks.ts'

export type InspectedImage = {
  width: number
  height: number
  mediaType: ImageMediaType
  /** WebP, at most 512 pixels on the long side. */
  thumbnail: Uint8Array
  /** base64 */
  thumbhash: string
}

export const maxImageBytes = 40_000_000
export const maxImagePixels = 64_000_000
/** Pictures that follow each other in one image; a browser may open them all. */
const maxFrames = 500
/** Those that mean something: some hundred of metadata at most, and one for each frame. */
const maxParts = 2000

/**
 * Decodes the whole image, of several frames the first. What follows its end is kept with it: it is never served as
 * anything else than an image. Throws ProviderError `invalid_image` when
 * the bytes are not a sound image of a kind we keep.
 */
export async function inspectImage(bytes: Uint8Array): Promise<InspectedImage> {
  const mediaType = sniff(bytes)
  if (bytes.length > maxImageBytes) throw invalid(`an image of ${Math.round(bytes.length / 1e6)} MB`)
  if (mediaType === undefined) throw invalid('something that is not an image')
  const parts = countParts(bytes, mediaType)
  if (parts > maxParts) throw invalid(`an image of ${parts.toLocaleString('en')} parts`)
  const { decodable, frames } = readPng(bytes)
  try {
    const { autoOrient, pages = frames } = await sharp(decodable).metadata()
    if (pages > maxFrames) throw invalid(`an image of ${pages} frames`)
    const { data, info } = await sharp(decodable, { limitInputPixels: maxImagePixels })
      .autoOrient()
      .resize({ width: 512, height: 512, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78, effort: 2 })
      .toBuffer({ resolveWithObject: true })
    const { width, height } = autoOrient
    return { width, height, mediaType, thumbnail: data, thumbhash: await thumbhash(data, info) }
  } catch (cause) {
    if (cause instanceof ProviderError) throw cause
    throw invalid('an image that is damaged or too large to open', cause)
  }
}

async function thumbhash(thumbnail: Uint8Array, { width, height }: { width: number; height: number }): Promise<string> {
  const scale = 100 / Math.max(width, height, 100)
  const { data, info } = await sharp(thumbnail)
    .resize(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), { fit: 'fill' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
}

// By the first bytes, since the decoder would also open SVG and other kinds that must never be served.
function sniff(bytes: Uint8Array): ImageMediaType | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (head.startsWith('\u0089PNG\r\n\u001A\n')) return 'image/png'
  if (head.startsWith('\u00FF\u00D8\u00FF')) return 'image/jpeg'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
  if (head.slice(4, 8) === 'ftyp' && /^avi[fs]/u.test(head.slice(8, 12))) return 'image/avif'
  return undefined
}

const invalid = (what: string, cause?: unknown) =>
  new ProviderError('invalid_image', `The provider sent ${what}.`, { didNoWork: false, cause })
