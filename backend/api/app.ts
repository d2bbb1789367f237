import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { apiTokens } from '../accounts/api-tokens.ts'
import { visitorsOf } from '../accounts/visitor.ts'
import { activity } from './activity.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { crossOrigin } from './cross-origin.ts'
import { docs } from './docs.ts'
import { enhance } from './enhance.ts'
import { exportAll } from './export.ts'
import { gallery } from './gallery.ts'
import { generate } from './generate.ts'
import { guard, requireRules } from './guard.ts'
import { health } from './health.ts'
import { images } from './images.ts'
import { jobs } from './jobs.ts'
import { log } from './log.ts'
import { models } from './models.ts'
import { notFound } from './not-found.ts'
import { onError } from './on-error.ts'
import { ownHost } from './own-host.ts'
import { ownOrigin } from './own-origin.ts'
import { page } from './page.ts'
import { requestLog } from './request-log.ts'
import { securityHeaders } from './security-headers.ts'
import { session } from './session.ts'
import { shared } from './shared.ts'
import { shares } from './shares.ts'
import { spend } from './spend.ts'
import { status } from './status.ts'
import { switches } from './switches.ts'
import { tokens } from './tokens.ts'

/**
 * The whole HTTP side, free of any runtime: `app.fetch` answers a Request with a Response. Throws when a route is not in the
 * table of routes.
 */
export function createApp(deps: AppDeps): Hono<ApiEnv> {
  const visitors = visitorsOf(deps.visitors)
  const { sessions } = deps
  const { now } = deps.jobDeps
  const programs = apiTokens(deps.tokens, { now, log: deps.log })
  const app = new Hono<ApiEnv>()
    .onError(onError(deps.log))
    .notFound(notFound)
    .use(requestLog(deps.log), securityHeaders(deps.visitors), compress({ contentTypeFilter: /^application\/json/u }))
    .use(ownHost(deps.allowedHosts), crossOrigin(deps.corsOrigins), ownOrigin(deps.corsOrigins, deps.publicOrigin))
    .use(guard({ visitors, sessions, tokens: programs, now }))
    .route('/', session(deps, { sessions, visitors }))
    .route('/', generate(deps))
    .route('/', status(deps))
    .route('/', jobs(deps))
    .route('/', enhance(deps))
    .route('/', models(deps, visitors))
    .route('/', gallery(deps))
    .route('/', spend(deps))
    .route('/', switches(deps))
    .route('/', activity(deps))
    .route('/', tokens(programs))
    .route('/', exportAll(deps))
    .route('/', shares(deps))
    .route('/', shared(deps))
    .route('/', log(deps))
    .route('/', health(deps))
    .route('/', docs(deps))
    .route('/', images(deps))
    .route('/', page(deps, visitors))
  requireRules(app.routes)
  return app
}
