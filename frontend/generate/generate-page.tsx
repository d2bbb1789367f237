import { Suspense, useEffect } from 'react'
import { lazyWithQueries } from '../ui/lazy-with-queries.tsx'
import { usePageTitle } from '../ui/page-title.ts'
import { useStore } from '../ui/store.ts'
import { Composer } from './composer.tsx'
import { rememberModels } from './draft.ts'
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
  useEffect(() => rememberModels(models?.map(({ id }) => id) ?? []), [models])
  return (
    <main
      id="content"
      className="mx-auto grid min-h-[calc(100dvh-3rem)] w-full content-start max-w-[96rem] gap-x-10 gap-y-8 px-4 pt-5 sm:px-8 sm:pt-8 lg:grid-cols-[25rem_minmax(0,1fr)]"
    >
      <Composer models={models} fault={reply.state === 'failed' ? reply.message : undefined} />
      <div id="runs" className="min-h-[60dvh] min-w-0 scroll-mt-4">
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
