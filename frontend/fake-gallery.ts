import type { GalleryEntry, GalleryReply } from '../contract/gallery.ts'
import type { Image } from '../contract/image.ts'
import type { Job, Result } from '../contract/job.ts'
import { fakeImage, fakeJob } from './fake-job.ts'

export const keptId = (number: number): string => `kept${String(number).padStart(18, '0')}`

export const keptJob = (number: number, results: Result[], over: Partial<Job> = {}): Job =>
  fakeJob(results, { jobId: keptId(number), prompt: `Prompt ${number}`, settledMicroUsd: 80_000, ...over })

export const keptEntry = (number: number, over: Partial<GalleryEntry> = {}): GalleryEntry => ({
  id: keptId(number),
  createdAt: '2026-03-01T10:00:00.000Z',
  prompt: `Prompt ${number}`,
  status: 'completed',
  totalModels: 2,
  completedModels: 2,
  cover: [coverPicture(number)],
  ...over,
})

export function coverPicture(number: number, over: Partial<GalleryEntry['cover'][number]> = {}) {
  return { ...pictureOf(fakeImage(String(number))), model: 'one', ...over }
}

const pictureOf = ({ thumbnailUrl, thumbhash, width, height }: Image) => ({ thumbnailUrl, thumbhash, width, height })

/** A job as the list shows it. */
export function entryOf({
  jobId,
  createdAt,
  prompt,
  status,
  totalModels,
  completedModels,
  results,
}: Job): GalleryEntry {
  const cover = results.flatMap((result) =>
    result.status === 'completed'
      ? result.images.slice(0, 1).map((image) => ({ ...pictureOf(image), model: result.model }))
      : [],
  )
  return { id: jobId, createdAt, prompt, status, totalModels, completedModels, cover: cover.slice(0, 4) }
}

/** The page of the gallery that a list request asks for, of `all`. */
export function pageOf(all: readonly GalleryEntry[], path: string): GalleryReply {
  const search = new URL(path, 'http://page').searchParams
  const from = Number(search.get('cursor') ?? 0)
  const to = from + Number(search.get('limit') ?? 24)
  const found = all.filter(({ prompt }) => prompt.toLowerCase().includes(search.get('q') ?? ''))
  return { galleries: found.slice(from, to), ...(to < found.length && { nextCursor: String(to) }) }
}
