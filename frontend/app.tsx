import { type ReactNode, Suspense, useMemo, useState } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import type { Model } from '../contract/model.ts'
import { retryResult } from './api.ts'
import { GeneratePage } from './generate/generate-page.tsx'
import { reuseJob } from './generate/draft.ts'
import { refreshModels, useModels } from './generate/models.ts'
import { removeRun, runIds } from './generate/runs.ts'
import { HelpShortcut } from './help-shortcut.tsx'
import { ServerBanner } from './server-banner.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'
import { Announcer } from './ui/announcer.tsx'
import { Deferred } from './ui/deferred.tsx'
import { FaultBoundary } from './ui/fault-boundary.tsx'
import { KnownModelsContext } from './ui/known-models.ts'
import { lazyPart } from './ui/lazy-part.tsx'
import { lazyWithQueries } from './ui/lazy-with-queries.tsx'
import { loggedOut } from './ui/logged-out.ts'
import { type PageActions, PageActionsContext } from './ui/page-actions.ts'
import { patiently } from './ui/patiently.ts'
import type { LightboxSlide } from './ui/slide.ts'
import { useStore } from './ui/store.ts'
import { Toasts } from './ui/toasts.tsx'

const GalleryPage = lazyWithQueries(async () => (await import('./gallery/gallery-page.tsx')).GalleryPage)
const FilmStrip = lazyWithQueries(async () => (await import('./gallery/film-strip.tsx')).FilmStrip)
const Lightbox = lazyPart(async () => (await import('./lightbox/lightbox.tsx')).Lightbox)
const OperatorPage = lazyWithQueries(async () => (await import('./operator/operator-page.tsx')).OperatorPage)
const LoginPage = lazyPart(async () => (await import('./login/login-page.tsx')).LoginPage)
const NotFound = lazyPart(async () => (await import('./not-found.tsx')).NotFound)
const LiveRuns = lazyWithQueries(async () => (await import('./generate/live-runs.tsx')).LiveRuns)

/** The page: which screen is shown, and what features ask of each other. */
export function App() {
  const [opened, setOpened] = useState<{ slides: readonly LightboxSlide[]; index: number }>()
  const [location, navigate] = useLocation()
  const hasRuns = useStore(runIds).length > 0
  const mustLogIn = useStore(loggedOut)
  const actions = useMemo<PageActions>(
    () => ({
      openSlides: (slides, index) => setOpened({ slides, index }),
      reuse(job) {
        reuseJob(job)
        setOpened(undefined)
        navigate('/')
        scrollTo({ top: 0 })
      },
      async retry(jobId, model) {
        const job = await retryResult(jobId, model)
        // That it is tried again is so, even if the code that shows it does not come.
        const received = patiently(() => import('./generate/receive-job.ts')).then(({ receiveJob }) => receiveJob(job))
        await received.catch(reportError)
      },
      forget: removeRun,
      refreshModels,
    }),
    [navigate],
  )
  return (
    <PageActionsContext value={actions}>
      <WithKnownModels>
        <SiteHeader />
        <ServerBanner />
        <FaultBoundary of="screen" key={location.split('/')[1]}>
          <Suspense fallback={<Arriving />}>
            {mustLogIn ? (
              <LoginPage />
            ) : (
              <Switch>
                <Route path="/">
                  <GeneratePage />
                  <Deferred className="mt-10 min-h-64">
                    <FilmStrip />
                  </Deferred>
                </Route>
                <Route path="/gallery/:id?">
                  <GalleryPage />
                </Route>
                <Route path="/operator">
                  <OperatorPage />
                </Route>
                <Route>
                  <NotFound />
                </Route>
              </Switch>
            )}
          </Suspense>
        </FaultBoundary>
        <SiteFooter />
        <FaultBoundary of="part">
          <Suspense>
            {hasRuns && !mustLogIn && <LiveRuns />}
            {opened && !mustLogIn && (
              <Lightbox
                slides={opened.slides}
                index={opened.index}
                onIndex={(index) => setOpened({ ...opened, index })}
                onClose={() => setOpened(undefined)}
              />
            )}
          </Suspense>
        </FaultBoundary>
        <HelpShortcut />
        <Toasts />
        <Announcer />
      </WithKnownModels>
    </PageActionsContext>
  )
}

/** Of the page, only what asks for a model is rendered again when the models come or change. */
function WithKnownModels({ children }: { children: ReactNode }) {
  const reply = useModels()
  return (
    <KnownModelsContext value={reply.state === 'ready' ? reply.value.models : noModels}>{children}</KnownModelsContext>
  )
}

const noModels: readonly Model[] = []

/** The place of a screen that is still being fetched, as `index.html` has it. */
const Arriving = () => (
  <main id="content" className="min-h-dvh">
    <h1 className="sr-only">Pixel Prompt</h1>
  </main>
)
