import type { Logger } from 'pino'
import { admit } from '../accounts/admission.ts'
import type { AccountDeps } from '../accounts/account-deps.ts'
import type { EngineDeps } from '../jobs/engine-deps.ts'
import { startEngine } from '../jobs/engine.ts'
import type { JobDeps } from '../jobs/job-deps.ts'
import { boundedLanes } from '../jobs/lanes.ts'
import type { ImageModel } from '../providers/provider.ts'
import { ProviderError } from '../providers/provider.ts'
import { localQueue } from '../storage/local/queue.ts'
import type { Storage } from '../storage/storage.ts'
import { faulty } from './faulty-ports.ts'
import type { Faults, Profile } from './profile.ts'
import { broken } from './provider-fate.ts'
import type { Random } from './random.ts'
import type { Actor, Schedule } from './schedule.ts'
import type { Running } from './simulated-provider.ts'
import type { Tally } from './tally.ts'

/** What the processes of one world share. */
export type Surroundings = {
  schedule: Schedule
  random: Random
  faults: () => Faults
  tally: Tally
  profile: Profile
  storage: Pick<Storage, 'images' | 'changes' | 'ledger' | 'switches'>
  jobsOf: (who: Actor) => Storage['jobs']
  modelsFor: (who: Actor) => ImageModel[]
  running: Running
  log: Logger
  newId: () => string
  words: (args: readonly unknown[]) => string
}

export type ServerProcess = {
  who: Actor
  deps: JobDeps
  models: readonly ImageModel[]
  admit: (run: Omit<Parameters<typeof admit>[1], 'maxMicroUsd'>) => ReturnType<typeof admit>
  /** Tasks under way. */
  running(): number
  stop(): Promise<void>
}

/** A server as it runs on a laptop: an engine, and what answers requests. It dies with its actor. */
export function serverProcess(around: Surroundings, name: string): ServerProcess {
  const { schedule, profile, running, log, storage } = around
  const who: Actor = { name, alive: true }
  const port = <Port extends object>(of: string, real: Port) => faulty(real, { ...around, who, port: of })

  const queue = localQueue()
  const jobs = port('jobs', around.jobsOf(who))
  const deps: JobDeps & EngineDeps & AccountDeps = {
    jobs: {
      ...jobs,
      claim(task, lease) {
        running.enterWith({})
        return jobs.claim(task, lease)
      },
    },
    images: port('images', storage.images),
    ledger: port('ledger', storage.ledger),
    switches: port('switches', storage.switches),
    queue: port('queue', { send: queue.send, wake: queue.wake }),
    changes: {
      async next(jobIds, signal) {
        await storage.changes.next(jobIds, signal)
        if (!signal.aborted) await schedule.wait(who, () => 'hears of a change', { signal })
      },
    },
    secret: 'secret',
    now: schedule.now,
    pause: (ms, signal) => schedule.wait(who, () => `${ms} ms are over`, { ms, signal }),
    randomId: around.newId,
    models: new Map(around.modelsFor(who).map((model) => [model.id, model])),
    lanes: boundedLanes(profile.laneLimit),
    usualTimes: { of: () => undefined, note: () => undefined },
    async inspect(bytes) {
      await schedule.wait(who, () => 'an image is opened')
      if (bytes[0] === broken) throw new ProviderError('invalid_image', 'It is damaged.', { didNoWork: false })
      return { width: 4, height: 3, mediaType: 'image/png', thumbnail: bytes, thumbhash: 'AAAA' }
    },
    log,
    taskTimeoutMs: profile.taskTimeoutMs,
    leaseMs: profile.leaseMs,
    budgets: profile.budgets,
  }
  const sent = async (signal: AbortSignal) => {
    await queue.sent(signal)
    await schedule.wait(who, () => 'hears of new tasks', { signal })
  }
  const engine = startEngine(deps, { laneLimit: profile.laneLimit, sent })
  return {
    who,
    deps,
    models: [...deps.models.values()],
    admit: (run) => admit(deps, run),
    running: engine.running,
    stop: engine.stop,
  }
}
