import type { Image } from '../../contract/image.ts'
import type { Job } from '../../contract/job.ts'
import { type CompletedResult, slidesOf } from '../ui/slide.ts'

const at = '2026-03-01T10:00:00.000Z'

export const fakeImage = (name: string, over: Partial<Image> = {}): Image => ({
  url: `/images/kept/${name}.png`,
  thumbnailUrl: `/images/kept/${name}-thumb.webp`,
  width: 1344,
  height: 768,
  mediaType: 'image/png',
  bytes: 2_400_000,
  thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
  seed: 42,
  ...over,
})

export const fakeResult = (name: string, over: Partial<CompletedResult> = {}): CompletedResult => ({
  model: name.toLowerCase(),
  name,
  provider: 'openai',
  attempt: 1,
  requested: 1,
  ignored: [],
  status: 'completed',
  startedAt: at,
  completedAt: at,
  durationMs: 4200,
  images: [fakeImage(name)],
  costMicroUsd: 40_000,
  costCertain: true,
  ...over,
})

export const fakeSlides = (results: CompletedResult[], over: Partial<Job> = {}) =>
  slidesOf({
    jobId: 'kept000000000000000001',
    version: 3,
    status: 'completed',
    createdAt: at,
    updatedAt: at,
    prompt: 'A red fox in the snow, at dawn',
    parameters: { seed: 42 },
    totalModels: results.length,
    completedModels: results.length,
    estimatedMicroUsd: 80_000,
    settledMicroUsd: 80_000,
    results,
    ...over,
  })
