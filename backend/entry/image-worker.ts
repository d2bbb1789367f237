import sharp from 'sharp'
import { composeCard, plainImage } from '../jobs/make-share-pictures.ts'
import { inspectImage, type InspectedImage } from '../jobs/inspect-image.ts'
import { ProviderError } from '../providers/provider.ts'
import { paintSketch } from '../providers/sketch/paint.ts'

// Runs in a worker thread, one request at a time, so that image work takes one core and HTTP keeps another.
sharp.concurrency(1)
sharp.cache(false)

export type Inspection = { image: InspectedImage } | { invalid: string }

/** Errors cross threads without their class, so that an invalid image is an answer. */
export async function inspect(bytes: Uint8Array<ArrayBuffer>): Promise<Inspection> {
  try {
    return { image: await inspectImage(bytes) }
  } catch (error) {
    if (error instanceof ProviderError) return { invalid: error.message }
    throw error
  } finally {
    // This thread's copy. Left to the collector, which sees little else to do here, many would lie about.
    bytes.buffer.transfer(0)
  }
}

export const card = composeCard
export const plain = plainImage

/** A PNG that says in its metadata what it is. */
export async function paint(request: Parameters<typeof paintSketch>[0]): Promise<Uint8Array> {
  return sharp(Buffer.from(paintSketch(request)))
    .png({ compressionLevel: 7 })
    .withExif({
      IFD0: { Software: 'Pixel Prompt', ImageDescription: `Procedural sketch (${request.style}), not made by AI` },
    })
    .toBuffer()
}
