import { Suspense } from 'react'
import { generatePage } from '../ui/first-paint.ts'
import { lazyWithQueries } from '../ui/lazy-with-queries.tsx'
import { usePageTitle } from '../ui/page-title.ts'
import { useStore } from '../ui/store.ts'
import { Composer } from './composer.tsx'
import { FirstVisit } from './first-visit.tsx'
import { useModels } from './models.ts'
import { RunsElsewhere } from './runs-elsewhere.tsx'
import { runIds } from './runs.ts'

const RunList = lazyWithQueries(async () => (await import('./run-list.tsx')).RunList)

export function GeneratePage() {
  const reply = useModels()
  const models = reply.state === 'ready' ? reply.value.models : undefined
  const runs = useStore(runIds)
  usePageTitle('Pixel Prompt: one prompt, every image model')
  return (
    <main id="content" className={generatePage.look}>
      <Composer models={models} missing={reply.state === 'failed' ? reply : undefined} />
      <div id="runs" className={`min-w-0 scroll-mt-4 ${runs.length > 0 ? 'min-h-[60dvh] lg:-mt-1.5' : ''}`}>
        {reply.state !== 'loading' && (
          <Suspense>
            <RunsElsewhere shown={runs} />
            {runs.length === 0 ? <FirstVisit /> : <RunList jobIds={runs} />}
          </Suspense>
        )}
      </div>
    </main>
  )
}
