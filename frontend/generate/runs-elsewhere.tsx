import { isRunning } from '../../contract/job.ts'
import { listGallery } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { createResource } from '../ui/resource.ts'
import { addRun } from './runs.ts'

const { use: useLatest } = createResource(() => listGallery({ limit: 10 }))

/** Offers runs that were begun in another tab, or before the browser closed, and still go on. */
export function RunsElsewhere({ shown }: { shown: readonly string[] }) {
  const latest = useLatest()
  if (latest.state !== 'ready') return null
  return latest.value.galleries
    .filter((entry) => isRunning(entry) && !shown.includes(entry.id))
    .map(({ id, prompt }) => (
      <div key={id} className="mb-4 flex animate-arrive items-center gap-3 rounded-2xl bg-tint py-2 pr-2 pl-4 text-sm">
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
