import { once } from 'node:events'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import * as z from 'zod/mini'
import type { EnhanceReply } from '../../contract/enhance.ts'
import { GalleryReply } from '../../contract/gallery.ts'
import { Job } from '../../contract/job.ts'
import { Refusal } from '../../contract/refusal.ts'
import type { AccountDeps } from '../accounts/account-deps.ts'
import type { RateDeps, RateLimits } from '../accounts/rate-limit.ts'
import { openSessions, type Passwords } from '../accounts/sessions.ts'
import { composeCard, plainImage } from '../jobs/make-share-pictures.ts'
import { ended, model, testEngine } from '../jobs/test-engine.ts'
import { type Enhancer, ruleEnhancer } from '../providers/language/enhancer.ts'
import type { Budgets } from '../storage/money.ts'
import type { AppDeps } from './app-deps.ts'
import { createApp } from './app.ts'

type Options = Partial<Omit<AppDeps, 'accounts' | 'rates' | 'sessions'>> & {
  passwords?: Passwords
  accounts?: Partial<AccountDeps>
  budgets?: Partial<Budgets>
  limits?: Partial<RateLimits>
  rates?: Partial<RateDeps>
}

/** The app over real SQLite, files and engine; its models are functions. `logged` holds every line of the log. */
export async function testApp(
  { budgets, accounts, limits, rates, passwords = {}, ...options }: Options = {},
  engineOptions: Parameters<typeof testEngine>[0] = {},
) {
  const engine = await testEngine(engineOptions)
  const logged: string[] = []
  const log = pino({ base: null }, { write: (line) => logged.push(line) })
  const { ledger, switches, now } = engine.deps
  const models = options.models ?? [model('red'), model('blue')]
  engine.deps.models = new Map(models.map((each) => [each.id, each]))
  engine.run()
  const deps: AppDeps = {
    jobDeps: engine.deps,
    accounts: { ledger, switches, budgets: { modelDailyMicroUsd: new Map(), ...budgets }, now, log, ...accounts },
    rates: {
      meters: engine.storage.meters,
      limits: { runs: [], enhance: [], exports: [], logins: [], exempt: [], ...limits },
      secret: 'a secret',
      now,
      log,
      ...rates,
    },
    health: engine.storage.health,
    models,
    usualTimes: engine.deps.usualTimes,
    enhancer: ruleEnhancer,
    moderation: undefined,
    visitors: { mode: 'one', secrets: () => ['a secret'], https: false },
    tokens: engine.storage.tokens,
    shares: engine.storage.shares,
    sharePictures: { card: composeCard, plain: plainImage },
    sessions: await openSessions(passwords, 'a secret'),
    turnsOfNetwork: 4,
    clients: { peer: () => '127.0.0.1', proxies: 0 },
    allowedHosts: [],
    publicOrigin: undefined,
    corsOrigins: [],
    gallery: 'private',
    exportPartBytes: undefined,
    statusHoldMs: 10_000,
    log,
    version: '1.2.3',
    page: undefined,
    ...options,
  }
  const app = createApp(deps)
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  return {
    app,
    engine,
    logged,
    post,
    /** Starts a job and answers with it when all of its results have ended. */
    async finishedJob(body: object = { prompt: 'a red boat' }, headers: Record<string, string> = {}): Promise<Job> {
      const { jobId } = Job.parse(await (await post('/api/generate', body, headers)).json())
      await engine.until(jobId, ended)
      return Job.parse(await (await app.request(`/api/status/${jobId}`, { headers })).json())
    },
    async galleryIds(headers: Record<string, string> = {}): Promise<string[]> {
      const reply = await app.request('/api/gallery/list?limit=100', { headers })
      return GalleryReply.parse(await reply.json()).galleries.map(({ id }) => id)
    },
  }
}

/** A language model that is a function. */
export const enhancerThat = (write: (prompt: string) => Promise<EnhanceReply>, priceMicroUsd = 0): Enhancer => ({
  ...ruleEnhancer,
  source: 'a model',
  priceMicroUsd,
  enhance: async (prompt) => ({ reply: await write(prompt), costMicroUsd: priceMicroUsd, costCertain: true }),
})

/** The headers of a new visitor of a server with many. */
export async function newVisitor(app: Awaited<ReturnType<typeof testApp>>['app']): Promise<{ Authorization: string }> {
  const cookie = (await app.request('/api/models')).headers.get('Set-Cookie') ?? ''
  return { Authorization: `Bearer ${/=([^;]+)/u.exec(cookie)?.[1]}` }
}

/** Status, code and fields of a refusal, whose shape, request id and freedom from caches are checked on the way. */
export async function refusalOf(reply: Response | Promise<Response>) {
  const answered = await reply
  const refusal = z.parse(z.strictObject(Refusal.shape), await answered.json())
  if (answered.headers.get('X-Request-Id') !== refusal.requestId) throw new Error('The request ids differ')
  if (answered.headers.get('Cache-Control') !== 'no-store') throw new Error('A refusal may be kept by caches')
  return { status: answered.status, ...refusal }
}

/** A real HTTP server on a free port of 127.0.0.1, until the test is over. */
export async function listen(answers: (request: Request) => Response | Promise<Response>) {
  const server = serve({ fetch: answers, port: 0, hostname: '127.0.0.1' })
  onTestFinished(() => {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return { port: address.port, origin: `http://127.0.0.1:${address.port}` }
}
