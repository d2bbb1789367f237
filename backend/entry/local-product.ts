import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import type { ApiEnv } from '../api/app-deps.ts'
import { createApp } from '../api/app.ts'
import { openSessions } from '../accounts/sessions.ts'
import { readPage } from '../api/page-files.ts'
import { type Config, hasBudget } from '../config.ts'
import { systemClock } from '../jobs/clock.ts'
import { type Engine, startEngine } from '../jobs/engine.ts'
import { boundedLanes } from '../jobs/lanes.ts'
import { usualTimes } from '../jobs/usual-times.ts'
import type { LanguageEndpoint } from '../providers/language/resolve-language-model.ts'
import type { ModelSettings } from '../model-settings.ts'
import { readModels, type Registry } from '../providers/registry.ts'
import { openLocalStorage } from '../storage/local/open-local-storage.ts'
import { readSecret } from '../storage/local/secret.ts'
import { visitorSecrets } from '../storage/local/visitor-secrets.ts'
import { imageThreads } from './image-threads.ts'
import { openEnhancer, openModeration } from './prompt-help.ts'
import { peerAddress } from './peer-address.ts'
import { providerThread } from './provider-thread.ts'
import { rateLimits } from './rate-limits.ts'
import packageJson from '../../package.json' with { type: 'json' }

export type LocalProduct = {
  app: Hono<ApiEnv>
  registry: Registry
  /** From now on tasks are run. Before, no job that is stored changes. */
  start(): void
  /** Tasks under way. */
  running(): number
  /** Begins nothing new, waits for what is under way, then lets go of the folder. */
  close(): Promise<void>
}

// A lane must hold more calls than one address has turns, or it could be full of that address alone.
const turnsOfNetwork = (places: number) => Math.max(1, Math.min(4, Math.floor(places / 3)))

// Renewed every third of it; after a crash nobody waits for it, since the next start ends the leases of the last.
const leaseMs = 30_000

/** Everything but the port, not yet running. Throws StorageUnavailable when the data folder cannot be used. */
export async function openLocalProduct(
  config: Config,
  { models: settings, language }: { models: ModelSettings; language?: LanguageEndpoint | undefined },
  log: Logger,
): Promise<LocalProduct> {
  const storage = openLocalStorage({ dataDir: config.dataDir })
  if (storage.wereOpen.length > 0) {
    log.warn({ files: storage.wereOpen }, 'others on this machine could open files of the data folder: now they cannot')
  }
  const secret = readSecret(config.dataDir)
  const cookieSecrets = visitorSecrets(config.dataDir, { first: secret, now: Date.now, log })
  const threads = imageThreads()
  const calls = providerThread()
  const registry = readModels(settings, {
    connect: calls.connect,
    paint: threads.paint,
    now: Date.now,
    budgeted: hasBudget(config),
  })
  const budgets = { ...config.budgets, modelDailyMicroUsd: registry.modelDailyMicroUsd }
  const jobDeps = { ...storage, secret, now: Date.now, randomId: () => randomBytes(16).toString('base64url') }
  const times = await usualTimes(storage.jobs, registry.models)
  const engineDeps = {
    ...jobDeps,
    ...systemClock,
    models: new Map(registry.models.map((model) => [model.id, model])),
    lanes: boundedLanes(config.providerConcurrency),
    usualTimes: times,
    inspect: threads.inspect,
    log,
    taskTimeoutMs: config.taskTimeoutMs,
    leaseMs,
  }
  let engine: Engine | undefined
  const app = createApp({
    jobDeps,
    accounts: { ledger: storage.ledger, switches: storage.switches, budgets, now: Date.now, log },
    rates: { meters: storage.meters, limits: rateLimits(config), secret, now: Date.now, log },
    health: storage.health,
    models: registry.models,
    usualTimes: times,
    enhancer: await openEnhancer(language, { fetch: globalThis.fetch, log }),
    moderation: openModeration(config, { fetch: globalThis.fetch, log }),
    tokens: storage.tokens,
    shares: storage.shares,
    sharePictures: threads,
    sessions: await openSessions(config.passwords, secret),
    visitors: { mode: config.visitors, secrets: cookieSecrets, https: config.publicUrl?.protocol === 'https:' },
    turnsOfNetwork: turnsOfNetwork(config.providerConcurrency),
    clients: { peer: peerAddress, proxies: config.proxies },
    allowedHosts: [config.host, ...(config.publicUrl ? [config.publicUrl.host] : [])],
    corsOrigins: config.corsOrigins,
    publicOrigin: config.publicUrl?.origin,
    gallery: config.gallery,
    exportPartBytes: config.exportPartBytes,
    statusHoldMs: config.statusHoldMs,
    log,
    version: packageJson.version,
    page: await readPage('dist/web'),
  })
  return {
    app,
    registry,
    start() {
      engine ??= startEngine(engineDeps, { laneLimit: config.providerConcurrency, sent: storage.queue.sent })
    },
    running: () => engine?.running() ?? 0,
    async close() {
      await engine?.stop()
      await Promise.all([threads.close(), calls.close()])
      storage.close()
    },
  }
}
