import type { GeneratedImage } from '../providers/provider.ts'
import { imageKey, thumbnailKey, type KeptImage } from '../storage/storage.ts'
import type { EngineDeps } from './engine-deps.ts'
import { imageIdOf } from './image-id.ts'
import { persistently } from './persistently.ts'
import type { Run } from './run-task.ts'

/** Checks that the bytes are an image, and stores original and thumbnail. Throws ProviderError `invalid_image`, StorageUnavailable. */
export async function keepImage(
  deps: EngineDeps,
  { job, task }: Run,
  { bytes, seed, release }: GeneratedImage,
  index: number,
): Promise<KeptImage> {
  const { thumbnail, ...facts } = await deps.inspect(bytes)
  const imageId = imageIdOf(job.secret, task, index)
  const kept = { imageId, ...facts, bytes: bytes.length, ...(seed !== undefined && { seed }) }
  await Promise.all([
    persistently(deps, () => deps.images.put(imageKey(job.jobId, kept), bytes, kept.mediaType)).finally(release),
    persistently(deps, () => deps.images.put(thumbnailKey(job.jobId, kept), thumbnail, 'image/webp')),
  ])
  return kept
}
