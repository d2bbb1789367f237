import { infiniteQueryOptions, type InfiniteData, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { GalleryReply } from '../../contract/gallery.ts'
import { isRunning } from '../../contract/job.ts'
import { getGalleryJob, getModels, listGallery } from '../api.ts'

// All keys begin with 'gallery': whoever changes what is kept invalidates that.

export type GalleryFilter = { q: string; model: string }

export const knownModels = queryOptions({ queryKey: ['models'], queryFn: ({ signal }) => getModels(signal) })

const firstPage = 24
const furtherPage = 96
const stripLength = 12
const askAgainMs = 2000

export const galleryPages = ({ q, model }: GalleryFilter) =>
  infiniteQueryOptions({
    queryKey: ['gallery', 'list', { q, model }],
    async queryFn({ client, queryKey, pageParam, signal }) {
      const held = heldPage(client, queryKey, pageParam)
      // However many pages are held, asking again costs one request: new jobs stand on the first.
      if (held && pageParam !== '') return held
      const limit = pageParam === '' ? firstPage : furtherPage
      const cursor = pageParam || undefined
      const fresh = await listGallery({ limit, cursor, q: q || undefined, model: model || undefined }, signal)
      return held ? joined(fresh, held) : fresh
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

function heldPage(queries: QueryClient, queryKey: readonly unknown[], pageParam: string): GalleryReply | undefined {
  const held = queries.getQueryData<InfiniteData<GalleryReply, string>>(queryKey)
  return held?.pages[held.pageParams.indexOf(pageParam)]
}

/** A page as far as it was asked for anew, and from there on as it was held; anew alone when the two do not meet. */
function joined(fresh: GalleryReply, held: GalleryReply): GalleryReply {
  const last = fresh.galleries.at(-1)?.id
  const seam = held.galleries.findIndex(({ id }) => id === last)
  if (fresh.nextCursor === undefined || seam === -1) return fresh
  return { ...held, galleries: [...fresh.galleries, ...held.galleries.slice(seam + 1)] }
}

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
