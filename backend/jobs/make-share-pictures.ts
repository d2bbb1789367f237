import sharp from 'sharp'
import { maxImagePixels } from './inspect-image.ts'
import { readPng } from './png-chunks.ts'
import { cardSize } from './share-pictures.ts'

/** Of one to four pictures, a JPEG of the size in which messengers show previews. */
export async function composeCard(thumbnails: readonly Uint8Array[]): Promise<Uint8Array> {
  const shown = thumbnails.slice(0, 4)
  const columns = shown.length === 4 ? 2 : Math.max(1, shown.length)
  const rows = shown.length === 4 ? 2 : 1
  const width = (cardSize.width - gap * (columns - 1)) / columns
  const height = (cardSize.height - gap * (rows - 1)) / rows
  const tiles = await Promise.all(
    shown.map(async (thumbnail, place) => ({
      input: await sharp(thumbnail).resize(Math.floor(width), Math.floor(height), { fit: 'cover' }).toBuffer(),
      left: Math.round((place % columns) * (width + gap)),
      top: Math.round(Math.floor(place / columns) * (height + gap)),
    })),
  )
  return sharp({ create: { ...cardSize, channels: 3, background: '#141216' } })
    .composite(tiles)
    .jpeg({ quality: 82 })
    .toBuffer()
}

const gap = 6

/** The picture alone, as WebP of at most 2,048 pixels: providers write the prompt into the files that they send. */
export const plainImage = (image: Uint8Array): Promise<Uint8Array> =>
  sharp(readPng(image).decodable, { limitInputPixels: maxImagePixels })
    .autoOrient()
    .resize({ width: 2048, height: 2048, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 88, effort: 2 })
    .toBuffer()
