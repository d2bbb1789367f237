import * as z from 'zod/mini'

export const ImageMediaType = z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'])
export type ImageMediaType = z.infer<typeof ImageMediaType>

/** `url` and `thumbnailUrl` are paths on the page's own origin; `thumbhash` is base64, about 24 bytes. */
export const Image = z.object({
  url: z.string(),
  thumbnailUrl: z.string(),
  width: z.int().check(z.positive()),
  height: z.int().check(z.positive()),
  mediaType: ImageMediaType,
  bytes: z.int().check(z.positive()),
  thumbhash: z.string(),
  seed: z.optional(z.int()),
})
export type Image = z.infer<typeof Image>
