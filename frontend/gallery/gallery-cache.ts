import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { GalleryEntry, GalleryReply } from '../../contract/gallery.ts'
import type { Job } from '../../contract/job.ts'
import { latestJobs } from './gallery-queries.ts'

/** Replaces entries, in every list that is held, by what their jobs have come to since. */
export function putJobs(queries: QueryClient, jobs: readonly Job[]): void {
  const fresh = new Map(jobs.map((job) => [job.jobId, entryOf(job)]))
  changeEntries(queries, (entries) => entries.map((entry) => fresh.get(entry.id) ?? entry))
}

export const dropEntries = (queries: QueryClient, ids: readonly string[]): void =>
  changeEntries(queries, (entries) => entries.filter(({ id }) => !ids.includes(id)))

function changeEntries(queries: QueryClient, change: (entries: GalleryEntry[]) => GalleryEntry[]): void {
  const changed = (reply: GalleryReply) => ({ ...reply, galleries: change(reply.galleries) })
  queries.setQueriesData<InfiniteData<GalleryReply, string>>(
    { queryKey: ['gallery', 'list'] },
    (held) => held && { ...held, pages: held.pages.map(changed) },
  )
  queries.setQueryData(latestJobs.queryKey, (held) => held && changed(held))
}

function entryOf({ jobId, createdAt, prompt, status, totalModels, completedModels, results }: Job): GalleryEntry {
  const cover = results.flatMap((result) => (result.status === 'completed' ? coverOf(result) : [])).slice(0, 4)
  return { id: jobId, createdAt, prompt, status, totalModels, completedModels, cover }
}

const coverOf = ({
  model,
  images,
}: Pick<Extract<Job['results'][number], { status: 'completed' }>, 'images' | 'model'>) =>
  images.slice(0, 1).map(({ thumbnailUrl, thumbhash, width, height }) => ({
    model,
    thumbnailUrl,
    thumbhash,
    width,
    height,
  }))
