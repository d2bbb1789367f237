import type { Image } from '../contract/image.ts'
import { hasEnded, type Job, jobStatus, type Result } from '../contract/job.ts'
import type { Model } from '../contract/model.ts'
import { type CompletedResult, slidesOf } from './ui/slide.ts'

const at = '2026-03-01T10:00:00.000Z'
const paid = { costMicroUsd: 40_000, costCertain: true }

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

const base = (name: string) => ({
  model: name.toLowerCase().replaceAll(' ', '-'),
  name,
  provider: 'openai',
  attempt: 1,
  requested: 1,
  ignored: [],
})

type Of<S extends Result['status']> = Extract<Result, { status: S }>

export const pending = (name: string, over: Partial<Of<'pending'>> = {}): Of<'pending'> => ({
  ...base(name),
  status: 'pending',
  ...over,
})
export const painting = (name: string, over: Partial<Of<'in_progress'>> = {}): Of<'in_progress'> => ({
  ...base(name),
  status: 'in_progress',
  startedAt: at,
  ...over,
})
export const completed = (name: string, over: Partial<CompletedResult> = {}): CompletedResult => ({
  ...base(name),
  ...paid,
  status: 'completed',
  startedAt: at,
  completedAt: at,
  durationMs: 4200,
  images: [fakeImage(base(name).model)],
  ...over,
})
export const failed = (name: string, over: Partial<Of<'error'>> = {}): Of<'error'> => ({
  ...base(name),
  costMicroUsd: 0,
  costCertain: true,
  status: 'error',
  completedAt: at,
  error: { code: 'timeout', message: 'No answer within two minutes.' },
  ...over,
})
export const cancelled = (name: string, over: Partial<Of<'cancelled'>> = {}): Of<'cancelled'> => ({
  ...base(name),
  costMicroUsd: 0,
  costCertain: true,
  status: 'cancelled',
  completedAt: at,
  outcome: 'not_started',
  ...over,
})

export const fakeJob = (results: Result[], over: Partial<Job> = {}): Job => ({
  jobId: 'AAAAAAAAAAAAAAAAAAAAAA',
  version: 1,
  status: jobStatus(results),
  createdAt: at,
  updatedAt: at,
  prompt: 'A fox in the snow',
  parameters: { seed: 7 },
  totalModels: results.length,
  completedModels: results.filter(hasEnded).length,
  estimatedMicroUsd: 80_000,
  settledMicroUsd: 40_000,
  results,
  ...over,
})

export const fakeSlides = (results: CompletedResult[], over: Partial<Job> = {}) => slidesOf(fakeJob(results, over))

export const fakeModel = (name: string, over: Partial<Model> = {}): Model => ({
  id: base(name).model,
  name,
  maker: 'Somebody',
  provider: 'openai',
  enabled: true,
  abilities: {
    aspectRatios: ['1:1', '16:9'],
    seed: true,
    negativePrompt: false,
    steps: true,
    guidance: false,
    imagesPerCall: 1,
  },
  priceMicroUsd: 40_000,
  lifecycle: { state: 'live' },
  ...over,
})
