import type { GalleryEntry } from '../../contract/gallery.ts'
import type { Image } from '../../contract/image.ts'
import { hasEnded, jobStatus, type Job, type Result } from '../../contract/job.ts'
import { imageKey, thumbnailKey, type JobRecord, type KeptImage, type TaskRecord } from '../storage/storage.ts'

type Shown = {
  /** A model's usual time in milliseconds, when one is known. */
  usualMs: (model: string) => number | undefined
  /** How many due tasks come before a pending one, by model, where that is known. */
  ahead?: ReadonlyMap<string, number>
  withAttempts?: boolean
}

/** A job as its visitor sees it. */
export function toJob(record: JobRecord, { withAttempts = false, ...shown }: Shown): Job {
  const { jobId, version, prompt, parameters, tasks, earlier } = record
  const results = tasks.map((task) => toResult(jobId, task, shown))
  return {
    jobId,
    version,
    status: jobStatus(results),
    createdAt: iso(record.createdAt),
    updatedAt: iso(record.updatedAt),
    prompt,
    parameters,
    totalModels: results.length,
    completedModels: results.filter(hasEnded).length,
    estimatedMicroUsd: estimate(tasks),
    settledMicroUsd: settled([...earlier, ...tasks]),
    results,
    ...(withAttempts && { attempts: earlier.map((task) => toResult(jobId, task, shown)) }),
  }
}

export function toGalleryEntry(record: JobRecord): GalleryEntry {
  const states = record.tasks.map(({ progress }) => progress)
  return {
    id: record.jobId,
    createdAt: iso(record.createdAt),
    prompt: record.prompt,
    status: jobStatus(states),
    totalModels: states.length,
    completedModels: states.filter(hasEnded).length,
    cover: record.tasks
      .flatMap(({ model, progress }) =>
        progress.status === 'completed' ? [{ model, ...cover(record.jobId, progress.images[0]) }] : [],
      )
      .slice(0, 4),
  }
}

const iso = (time: number) => new Date(time).toISOString()

function toResult(jobId: string, task: Omit<TaskRecord, 'tickets'>, { usualMs, ahead }: Shown): Result {
  const { model, name, provider, attempt, requested, ignored, progress } = task
  const base = { model, name, provider, attempt, requested, ignored }
  switch (progress.status) {
    case 'pending': {
      const before = ahead?.get(model)
      const retryAt = progress.waited ? { retryAt: iso(progress.dueAt) } : {}
      return { ...base, status: 'pending', ...retryAt, ...(before !== undefined && { ahead: before }) }
    }
    case 'in_progress': {
      const usual = usualMs(model)
      const { startedAt, painted } = progress
      return {
        ...base,
        status: 'in_progress',
        startedAt: iso(startedAt),
        ...(usual !== undefined && { usualMs: usual }),
        ...(painted !== undefined && { painted }),
      }
    }
    case 'completed': {
      const { startedAt, completedAt, images, ...rest } = progress
      return {
        ...base,
        ...rest,
        startedAt: iso(startedAt),
        completedAt: iso(completedAt),
        durationMs: Math.max(0, completedAt - startedAt),
        images: images.map((image) => toImage(jobId, image)),
      }
    }
    case 'error': {
      const { startedAt, completedAt, ...rest } = progress
      const durationMs = startedAt === undefined ? {} : { durationMs: Math.max(0, completedAt - startedAt) }
      return { ...base, ...rest, completedAt: iso(completedAt), ...durationMs }
    }
    case 'cancelled': {
      const { costMicroUsd, costCertain, outcome, completedAt } = progress
      return { ...base, status: 'cancelled', costMicroUsd, costCertain, outcome, completedAt: iso(completedAt) }
    }
  }
}

function toImage(jobId: string, image: KeptImage): Image {
  const { imageId: _, ...shown } = image
  return { ...shown, url: `/${imageKey(jobId, image)}`, thumbnailUrl: `/${thumbnailKey(jobId, image)}` }
}

function cover(jobId: string, image: KeptImage) {
  const { thumbnailUrl, thumbhash, width, height } = toImage(jobId, image)
  return { thumbnailUrl, thumbhash, width, height }
}

function estimate(tasks: readonly TaskRecord[]): number | null {
  const prices = tasks.map(({ priceMicroUsd, requested }) =>
    priceMicroUsd === null ? null : priceMicroUsd * requested,
  )
  return prices.reduce((sum, price) => (sum === null || price === null ? null : sum + price), 0)
}

const settled = (tasks: readonly Pick<TaskRecord, 'progress'>[]) =>
  tasks.reduce((sum, { progress }) => sum + ('costMicroUsd' in progress ? (progress.costMicroUsd ?? 0) : 0), 0)
