import type { Hono } from 'hono'
import { openSessions } from '../../accounts/sessions.ts'
import { createApp } from '../../api/app.ts'
import type { SharePictures } from '../../jobs/share-pictures.ts'
import { openEnhancer, openModeration } from '../prompt-help.ts'
import { rateLimits } from '../rate-limits.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import { behindCloudFront, frontHeaders } from './behind-cloudfront.ts'
import { openAwsProduct } from './open-product.ts'
import { freshConnections } from './fresh-connections.ts'
import { freshUsualTimes } from './fresh-usual-times.ts'
import { queueOrSweeper } from './queue-or-sweeper.ts'

/** The HTTP side of a deployment. Throws in words when the settings are wrong. */
export async function openApp(of: 'Api' | 'Files', sharePictures: SharePictures): Promise<Hono> {
  const { isFront, settings, storage, registry, jobDeps, log } = await openAwsProduct(of, {
    connect: () => notHere,
    paint: notHere,
  })
  const { config, language } = settings
  const { secret, now } = jobDeps
  const help = { fetch: freshConnections(globalThis.fetch), log }
  const [cookieSecrets, sessions, enhancer] = await Promise.all([
    storage.visitorSecrets({ first: secret, now, log }),
    openSessions(config.passwords, secret),
    openEnhancer(language, help),
  ])
  const app = createApp({
    jobDeps: {
      ...jobDeps,
      // SQS decides who is next and tells nobody; to count it out of the table would cost each look all open jobs.
      jobs: { ...jobDeps.jobs, ahead: async () => new Map() },
      queue: queueOrSweeper(jobDeps.queue, log),
    },
    accounts: {
      ledger: storage.ledger,
      switches: storage.switches,
      budgets: { ...config.budgets, modelDailyMicroUsd: registry.modelDailyMicroUsd },
      now,
      log,
    },
    rates: { meters: storage.meters, limits: rateLimits(config), secret, now, log },
    health: storage.health,
    models: registry.models,
    usualTimes: freshUsualTimes(storage.jobs, registry.models, now),
    enhancer,
    moderation: openModeration(config, help),
    tokens: storage.tokens,
    shares: storage.shares,
    sharePictures,
    sessions,
    visitors: { mode: config.visitors, secrets: cookieSecrets.current, https: config.publicUrl?.protocol !== 'http:' },
    turnsOfNetwork: 4,
    clients: { peer: (c) => c.req.header(frontHeaders.address), proxies: 0 },
    allowedHosts: 'any',
    corsOrigins: config.corsOrigins,
    publicOrigin: config.publicUrl?.origin,
    gallery: config.gallery,
    exportPartBytes: config.exportPartBytes,
    statusHoldMs: config.statusHoldMs,
    log,
    version: packageJson.version,
    // It is in a bucket of its own.
    page: undefined,
  })
  return behindCloudFront(
    {
      async fetch(request) {
        await cookieSecrets.refresh()
        return app.fetch(request)
      },
    },
    isFront,
  )
}

// Workers paint.
const notHere = () => Promise.reject(new Error('This function calls no provider'))
