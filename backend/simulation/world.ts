import { AsyncLocalStorage } from 'node:async_hooks'
import { pino, type Logger } from 'pino'
import { type JobStore, StorageUnavailable } from '../storage/storage.ts'
import { type Attempt, knownAttempts } from './attempts.ts'
import { watchEverything } from './watch-everything.ts'
import type { Verdict } from './invariants.ts'
import { memoryImages } from './memory-images.ts'
import type { Store } from './open-store.ts'
import { type Faults, noFaults, type Profile } from './profile.ts'
import type { Random } from './random.ts'
import { type Actor, schedule as newSchedule, type Schedule } from './schedule.ts'
import { type ServerProcess, serverProcess, type Surroundings } from './server-process.ts'
import { simulatedProvider } from './simulated-provider.ts'
import type { Say, Tally } from './tally.ts'
import { type Visitor, visitor as newVisitor } from './visitor.ts'
import { watchedJobs } from './watched-jobs.ts'
import { argumentsInWords } from './words.ts'

export type World = {
  schedule: Schedule
  visitor: Visitor
  faults(): Faults
  /** From now on nothing fails any more. */
  calm(): void
  servers(): ServerProcess[]
  /** Calls that wait for an answer. */
  inFlight(): { who: Actor; hangs: boolean }[]
  crash(server: ServerProcess): void
  restart(server: ServerProcess): void
  /** Compares what can be read with what was there before. */
  look(): Promise<void>
  /** Whether nothing is left to be done. */
  isAtRest(): boolean
  /** Whether nothing is left to be wished for either. */
  isOver(): boolean
  /** Judges what remains when nothing is left to be done, or when it never came to that. */
  judge(): Promise<void>
}

type Given = { store: Store; random: Random; profile: Profile; verdict: Verdict; tally: Tally; say: Say }

/** Servers over one store, a provider and a visitor. Nothing in it goes on by itself. */
export function world({ store, random, profile, verdict, tally, say }: Given): World {
  store.empty()
  const schedule = newSchedule(profile.startAt)
  const attempts = knownAttempts()
  const images = memoryImages()
  const running = new AsyncLocalStorage<{ attempt?: Attempt }>()
  let faults = profile.faults
  const { hold } = verdict
  const visitor = newVisitor({ random, ...profile.visitor, attempts, tally, say, hold })
  const watch = watchEverything({ store, images, attempts, tally, hold, acknowledged: visitor.acknowledged })
  const provider = simulatedProvider({ schedule, random, tally, running, sent: watch.sent, hold })
  const watched = (jobs: JobStore) =>
    watchedJobs({ jobs, attempts, running, random, faults: () => faults, tally, hold })
  const jobs = watched(store.jobs)
  const around: Surroundings = {
    schedule,
    random,
    faults: () => faults,
    tally,
    profile,
    storage: {
      images,
      ledger: watch.ledger,
      switches: store.switches,
      changes: store.changes,
    },
    jobsOf: (who) =>
      store.jobsOf ? watched(store.jobsOf(() => schedule.wait(who, () => 'one more step of its storage'))) : jobs,
    modelsFor: provider.modelsFor,
    running,
    log: listening(verdict),
    newId: ids(),
    words: (args) => argumentsInWords(attempts, args),
  }

  const servers = new Map<string, ServerProcess>()
  const started: ServerProcess[] = []
  const start = (name: string) => {
    const server = serverProcess(around, name)
    servers.set(name, server)
    started.push(server)
  }
  for (const name of ['A', 'B'].slice(0, profile.processes)) start(name)
  const outside = { name: 'outside', alive: true }
  const startAgain = async ({ who }: ServerProcess, ms: number) => {
    servers.delete(who.name)
    schedule.kill(who)
    await schedule.wait(outside, () => `${who.name} starts again`, { ms })
    start(who.name)
  }

  const isAtRest = () =>
    visitor.waiting() === 0 && started.every((server) => !server.who.alive || server.running() === 0) && store.isDone()

  return {
    schedule,
    visitor,
    faults: () => faults,
    calm: () => void (faults = noFaults),
    servers: () => [...servers.values()],
    inFlight: provider.inFlight,
    crash: (server) => void startAgain(server, random.pick([0, 1000, 20_000])),
    restart(server) {
      servers.delete(server.who.name)
      void server.stop().then(() => (server.who.alive ? startAgain(server, 0) : undefined))
    },
    look: watch.look,
    isAtRest,
    isOver: () => visitor.wishesLeft() === 0 && isAtRest(),
    judge: watch.judge,
  }
}

// What the engine calls an error is trouble with the storage, or a bug.
const listening = ({ hold }: Verdict): Logger =>
  pino({
    level: 'error',
    hooks: {
      logMethod([details]: unknown[]) {
        const error: unknown =
          typeof details === 'object' && details !== null && 'err' in details ? details.err : details
        hold(
          'no unexpected error',
          error instanceof StorageUnavailable,
          () => `logged: ${error instanceof Error ? error.stack : JSON.stringify(error)}`,
        )
      },
    },
  })

/** Ids that can be told apart by a reader. */
function ids(): () => string {
  let last = 0
  return () => `id${String((last += 1)).padStart(20, '0')}`
}
