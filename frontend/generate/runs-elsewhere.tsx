import { useEffect, useState } from 'react'
import type { GalleryEntry } from '../../contract/gallery.ts'
import { isRunning } from '../../contract/job.ts'
import { listGallery } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { addRun } from './runs.ts'

const lookAgainMs = 5000

/** Offers one’s own runs that were begun in another tab, or before the browser closed, and still go on. */
export function RunsElsewhere({ shown }: { shown: readonly string[] }) {
  return useRunning(shown)
    .filter(({ id }) => !shown.includes(id))
    .map(({ id, prompt }) => (
      <div
        key={id}
        className="mb-4 flex animate-arrive lg:mb-6 items-center gap-3 rounded-2xl bg-tint py-2 pr-2 pl-4 text-sm"
      >
        <p className="min-w-0 flex-1">
          <span className="line-clamp-2">
            <span className="font-medium text-accent">Still painting </span>
            {prompt}
          </span>
        </p>
        <Button className="bg-high!" onClick={() => addRun(id)}>
          Show this run
        </Button>
      </div>
    ))
}

/** Looked for when this tab comes into view or shows other runs, and now and then while there are some to offer. */
function useRunning(shown: readonly string[]): readonly GalleryEntry[] {
  const [running, setRunning] = useState<readonly GalleryEntry[]>([])
  const own = shown.join()
  const offering = running.length > 0
  useEffect(() => {
    const stopping = new AbortController()
    const look = async () => {
      if (document.hidden) return
      const { galleries } = await listGallery({ limit: 10 }, stopping.signal)
      setRunning(galleries.filter((entry) => isRunning(entry) && !entry.readOnly && !own.includes(entry.id)))
    }
    // That the server is away is told elsewhere.
    const tryLook = () => void look().catch(() => {})
    tryLook()
    document.addEventListener('visibilitychange', tryLook, stopping)
    const timer = offering ? setInterval(tryLook, lookAgainMs) : undefined
    return () => {
      stopping.abort()
      clearInterval(timer)
    }
  }, [own, offering])
  return running
}
