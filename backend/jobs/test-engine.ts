import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import sharp from 'sharp'
import { onTestFinished } from 'vitest'
import type { Job } from '../../contract/job.ts'
import type { Parameters } from '../../contract/parameters.ts'
import type { Generate, ImageModel } from '../providers/provider.ts'
import { openLocalStorage } from '../storage/local/open-local-storage.ts'
import type { JobRecord } from '../storage/storage.ts'
import type { Admit } from './admitted.ts'
import { systemClock, type Clock } from './clock.ts'
import { startEngine } from './engine.ts'
import type { EngineDeps } from './engine-deps.ts'
import { inspectImage } from './inspect-image.ts'
import type { JobDeps } from './job-deps.ts'
import { toJob } from './job-view.ts'
import { boundedLanes } from './lanes.ts'
import { retryTask } from './retry-task.ts'
import { startJob, type StartRequest } from './start-job.ts'
import { usualTimes } from './usual-times.ts'
import { waitForChange } from './wait-for-change.ts'

export const png = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#804060' } })
  .png()
  .toBuffer()

export const paints: Generate = async ({ seed }) => ({ images: [{ bytes: png, ...(seed !== undefined && { seed }) }] })

export const model = (id: string, generate: Generate = paints, given: Partial<ImageModel> = {}): ImageModel => ({
  id,
  name: id.toUpperCase(),
  maker: 'Test',
  provider: 'test',
  enabled: true,
  abilities: {
    aspectRatios: ['1:1', '16:9'],
    seed: true,
    negativePrompt: false,
    steps: false,
    guidance: true,
    imagesPerCall: 1,
  },
  priceMicroUsd: 40_000,
  lifecycle: { state: 'live' },
  lane: 'test',
  generate,
  ...given,
})

/** A bench for the engine: real SQLite and files in a folder of its own, real decoding, providers made of functions. */
export async function testEngine(
  options: Partial<Pick<EngineDeps, 'leaseMs' | 'taskTimeoutMs'>> & { laneLimit?: number; clock?: Clock } = {},
) {
  const dataDir = mkdtempSync(join(tmpdir(), 'pixel-prompt-'))
  const storage = openLocalStorage({ dataDir })
  const laneLimit = options.laneLimit ?? 20
  const models = new Map<string, ImageModel>()
  const deps: JobDeps & EngineDeps = {
    ...storage,
    secret: 'secret',
    ...(options.clock ?? systemClock),
    randomId: () => randomBytes(16).toString('base64url'),
    models,
    lanes: boundedLanes(laneLimit),
    usualTimes: await usualTimes(storage.jobs, []),
    inspect: inspectImage,
    log: pino({ level: 'silent' }),
    taskTimeoutMs: options.taskTimeoutMs ?? 30_000,
    leaseMs: options.leaseMs ?? 30_000,
  }
  const start = () => startEngine(deps, { laneLimit, sent: (signal) => storage.queue.sent(signal) })
  const engines = new Set<ReturnType<typeof start>>()
  onTestFinished(async () => {
    await Promise.all([...engines].map((engine) => engine.stop()))
    storage.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return {
    deps,
    storage,
    dataDir,
    run() {
      const engine = start()
      engines.add(engine)
      return engine
    },
    async submit(chosen: ImageModel[], request: Partial<StartRequest> = {}) {
      for (const each of chosen) models.set(each.id, each)
      const whole = { visitor: 'v', prompt: 'a red boat', parameters: {}, ...request }
      return (await startJob(deps, whole, admits(deps, chosen, whole.parameters))).job
    },
    retry: (job: JobRecord, chosen: ImageModel) => retryTask(deps, job, chosen, admits(deps, [chosen], job.parameters)),
    /** What the ledger says of this month, in micro-dollars. `open`: promised and not yet ended. */
    async money() {
      const total = { reserved: 0, settled: 0, released: 0, corrected: 0, uncertain: 0 }
      for (const sums of await storage.ledger.spend(deps.now())) {
        total.reserved += sums.reservedMicroUsd
        total.settled += sums.settledMicroUsd
        total.released += sums.releasedMicroUsd
        total.corrected += sums.correctedMicroUsd
        total.uncertain += sums.uncertainMicroUsd
      }
      return { ...total, open: total.reserved + total.corrected - total.settled - total.released }
    },
    /** Follows a job by held requests, as a browser does, until `done`. */
    async until(jobId: string, done: (job: JobRecord) => boolean): Promise<JobRecord> {
      for (let after = 0; ;) {
        const { moved } = await waitForChange(deps, {
          wanted: [{ jobId, after }],
          holdMs: 20_000,
          mayRead: () => true,
          signal: AbortSignal.timeout(20_000),
        })
        const [job] = moved
        if (!job) throw new Error('The job did not move in time')
        if (done(job)) return job
        after = job.version
      }
    },
  }
}

/** Admits all of it and reserves its price, as admission does where there is no budget. */
export const admits =
  ({ ledger, now }: Pick<JobDeps, 'ledger' | 'now'>, models: ImageModel[], parameters: Parameters = {}): Admit =>
  async (jobId) => {
    const parts = models
      .filter(({ enabled, priceMicroUsd }) => enabled && priceMicroUsd !== 0)
      .map(({ id, priceMicroUsd }) => ({
        model: id,
        microUsd: (priceMicroUsd ?? 0) * (parameters.imagesPerModel ?? 1),
      }))
    if (parts.length === 0) return { models, reservation: null }
    const answer = await ledger.reserve({ at: now(), jobId, parts, budgets: { modelDailyMicroUsd: new Map() } })
    if ('over' in answer) throw new Error('Over a budget that there is not')
    return { models, ...answer }
  }

/** Of what is looked for again and again: as long as a busy machine may need. */
export const soon = { timeout: 10_000 }

export const ended = (job: JobRecord) =>
  job.tasks.every(({ progress: { status } }) => status !== 'pending' && status !== 'in_progress')

export const hasStatus =
  (status: JobRecord['tasks'][number]['progress']['status']) =>
  (job: JobRecord): boolean =>
    job.tasks.some(({ progress }) => progress.status === status)

/** The job as `GET /api/gallery/:id` shows it. */
export const view = (job: JobRecord): Job => toJob(job, { usualMs: () => undefined, withAttempts: true })

export const refuses =
  (error: Error): Generate =>
  () =>
    Promise.reject(error)

export const untilAborted: Generate = ({ signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error))
  })

/** A provider that paints when the gate is opened. */
export function gate() {
  const opened = Promise.withResolvers<void>()
  const entered = Promise.withResolvers<void>()
  const generate: Generate = async (request) => {
    entered.resolve()
    await opened.promise
    return paints(request)
  }
  return { generate, open: opened.resolve, entered: entered.promise }
}

/** Time that stands still until a test moves it. `sleeping`: how many wait for it. */
export function fakeClock(): Clock & { advance(ms: number): void; sleeping(): number } {
  // In the middle of a month, so that what is spent is found in that one.
  let time = Date.UTC(2026, 10, 15, 12)
  const sleepers = new Set<{ at: number; wake: () => void }>()
  return {
    now: () => time,
    sleeping: () => sleepers.size,
    pause: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { at: time + ms, wake: () => (sleepers.delete(sleeper), resolve()) }
        if (signal.aborted) return resolve()
        signal.addEventListener('abort', sleeper.wake, { once: true })
        sleepers.add(sleeper)
      }),
    advance(ms) {
      time += ms
      for (const { at, wake } of [...sleepers].toSorted((a, b) => a.at - b.at)) if (at <= time) wake()
    },
  }
}
