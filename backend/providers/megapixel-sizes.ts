import type { AspectRatio } from '../../contract/parameters.ts'

/** In pixels: steps of 32, no more than a megapixel of 1024 × 1024, as diffusion models are trained and billed. */
export const megapixelSizes: Record<AspectRatio, { width: number; height: number }> = {
  '1:1': { width: 1024, height: 1024 },
  '3:2': { width: 1248, height: 832 },
  '2:3': { width: 832, height: 1248 },
  '4:3': { width: 1152, height: 864 },
  '3:4': { width: 864, height: 1152 },
  '16:9': { width: 1344, height: 768 },
  '9:16': { width: 768, height: 1344 },
}
