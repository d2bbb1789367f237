import type { ImageMediaType } from '../../contract/image.ts'

/** Undefined for whatever is not exactly a key, such as a path that climbs out of a folder. */
export const mediaTypeOf = (key: string): ImageMediaType | undefined =>
  mediaTypes[keyPattern.exec(key)?.groups?.['extension'] ?? '']

const keyPattern = /^images\/[\w-]{22}\/[\w-]{1,80}\.(?<extension>png|jpg|webp|gif|avif)$/u

const mediaTypes: Record<string, ImageMediaType> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
}
