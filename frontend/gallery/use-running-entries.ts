import { useQuery } from '@tanstack/react-query'
import type { GalleryEntry } from '../../contract/gallery.ts'
import { isRunning } from '../../contract/job.ts'
import { maxJobsPerStatus } from '../../contract/status.ts'
import { getStatus } from '../api.ts'
import { dropEntries, putJobs } from './gallery-cache.ts'

const askEveryMs = 3000

/** Keeps the running ones among the entries up to date, without asking for the list again. */
export function useRunningEntries(entries: readonly GalleryEntry[]): void {
  const ids = entries
    .filter(isRunning)
    .slice(0, maxJobsPerStatus)
    .map(({ id }) => id)
  useQuery({
    queryKey: ['running-entries', ids],
    async queryFn({ client, signal }) {
      // Without a version the server answers at once: held requests are for the page's own runs.
      const { jobs, missing } = await getStatus(
        ids.map((jobId) => ({ jobId, after: undefined })),
        signal,
      )
      putJobs(client, jobs)
      dropEntries(client, missing)
      return null
    },
    enabled: ids.length > 0,
    refetchInterval: askEveryMs,
    gcTime: 0,
  })
}
