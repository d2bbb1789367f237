import type { GalleryEntry, GalleryReply } from '../../contract/gallery.ts'
import type { Image } from '../../contract/image.ts'
import { hasEnded, type Job, jobStatus, type Result } from '../../contract/job.ts'
import type { Model } from '../../contract/model.ts'

const at = '2026-03-01T10:00:00.000Z'

export const keptId = (number: number): string => `kept${String(number).padStart(18, '0')}`

export const keptEntry = (number: number, over: Partial<GalleryEntry> = {}): GalleryEntry => ({
  id: keptId(number),
  createdAt: at,
  prompt: `Prompt ${number}`,
  status: 'completed',
  totalModels: 2,
  completedModels: 2,
  cover: [coverPicture(number)],
  ...over,
})

export const coverPicture = (number: number, size = { width: 1024, height: 1024 }) => ({
  model: 'one',
  thumbnailUrl: `/images/kept/${number}-thumb.webp`,
  thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
  ...size,
})

/** The page of the gallery that a list request asks for, of `all`. */
export function pageOf(all: readonly GalleryEntry[], path: string): GalleryReply {
  const search = new URL(path, 'http://page').searchParams
  const from = Number(search.get('cursor') ?? 0)
  const to = from + Number(search.get('limit'))
  const found = all.filter(({ prompt }) => prompt.toLowerCase().includes(search.get('q') ?? ''))
  return { galleries: found.slice(from, to), ...(to < found.length && { nextCursor: String(to) }) }
}

export const keptImage = (name: string, over: Partial<Image> = {}): Image => ({
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

const base = { provider: 'openai', attempt: 1, requested: 1, ignored: [] }
const paid = { costMicroUsd: 40_000, costCertain: true }

type Of<S extends Result['status']> = Extract<Result, { status: S }>

export const madeResult = (model: string, over: Partial<Of<'completed'>> = {}): Result => ({
  ...base,
  ...paid,
  model,
  name: model.toUpperCase(),
  status: 'completed',
  startedAt: at,
  completedAt: at,
  durationMs: 4200,
  images: [keptImage(model)],
  ...over,
})

export const failedResult = (model: string, over: Partial<Of<'error'>> = {}): Result => ({
  ...base,
  model,
  name: model.toUpperCase(),
  status: 'error',
  completedAt: at,
  durationMs: 60_000,
  error: { code: 'timeout', message: 'The model did not answer in time.' },
  costMicroUsd: 40_000,
  costCertain: false,
  ...over,
})

export const stoppedResult = (model: string, over: Partial<Of<'cancelled'>> = {}): Result => ({
  ...base,
  model,
  name: model.toUpperCase(),
  status: 'cancelled',
  completedAt: at,
  outcome: 'not_started',
  costMicroUsd: 0,
  costCertain: true,
  ...over,
})

export const runningResult = (model: string): Result => ({
  ...base,
  model,
  name: model.toUpperCase(),
  status: 'in_progress',
  startedAt: at,
})

export const keptJob = (number: number, results: Result[], over: Partial<Job> = {}): Job => ({
  jobId: keptId(number),
  version: 3,
  status: jobStatus(results),
  createdAt: at,
  updatedAt: at,
  prompt: `Prompt ${number}`,
  parameters: { seed: 42 },
  totalModels: results.length,
  completedModels: results.filter(hasEnded).length,
  estimatedMicroUsd: 80_000,
  settledMicroUsd: 80_000,
  results,
  ...over,
})

export const keptModel: Model = {
  id: 'two',
  name: 'Two',
  maker: 'Somebody',
  provider: 'openai',
  enabled: true,
  abilities: { aspectRatios: ['1:1'], seed: true, negativePrompt: true, steps: true, guidance: true, imagesPerCall: 1 },
  priceMicroUsd: 40_000,
  lifecycle: { state: 'live' },
}
