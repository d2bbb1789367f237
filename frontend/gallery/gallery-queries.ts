import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { isRunning } from '../../contract/job.ts'
import { getGalleryJob, listGallery } from '../api.ts'

// All keys begin with 'gallery': whoever changes what is kept invalidates that.

export type GalleryFilter = { q: string; model: string }

const firstPage = 24
const furtherPage = 96
const stripLength = 12
const askAgainMs = 2000

export const galleryPages = ({ q, model }: GalleryFilter) =>
  infiniteQueryOptions({
    queryKey: ['gallery', 'list', { q, model }],
    queryFn: ({ pageParam, signal }) =>
      listGallery(
        {
          limit: pageParam === '' ? firstPage : furtherPage,
          cursor: pageParam || undefined,
          q: q || undefined,
          model: model || undefined,
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

export const latestJobs = queryOptions({
  queryKey: ['gallery', 'latest'],
  queryFn: ({ signal }) => listGallery({ limit: stripLength }, signal),
})

export const galleryJob = (id: string) =>
  queryOptions({
    queryKey: ['gallery', 'job', id],
    queryFn: ({ signal }) => getGalleryJob(id, signal),
    refetchInterval: ({ state }) => state.data !== undefined && isRunning(state.data) && askAgainMs,
  })
