import { useSearchParams } from 'wouter'
import type { GalleryFilter } from './gallery-queries.ts'

const longestSearch = 200

/** What is searched for lives in the address, so that it can be kept, shared and gone back to. */
export function useGalleryFilter(): { filter: GalleryFilter; setFilter: (next: GalleryFilter) => void } {
  const [search, setSearch] = useSearchParams()
  const filter = { q: (search.get('q') ?? '').slice(0, longestSearch), model: search.get('model') ?? '' }
  return {
    filter,
    setFilter: (next) =>
      setSearch(new URLSearchParams(Object.entries(next).filter(([, value]) => value !== '')), { replace: true }),
  }
}
