import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomFrom } from '../../backend/simulation/random.ts'
import { SpendReply } from '../../contract/operator.ts'
import { movableClock } from '../../e2e/movable-clock.ts'
import type { Server } from '../../e2e/server.ts'
import { ask, cookieOf, startProduct } from '../client.ts'
import { asksTooMany, type Books, drift, interruptedOf, overBudget, silentCharges, unpaid } from './balance.ts'
import { type Besieged, besieged } from './besieged.ts'
import { type Memory, memoryWatch } from './memory-watch.ts'
import { fleeting, type Providers, startProviders } from './providers.ts'
import { readRuns } from './read-runs.ts'
import { visitor, type Visitor } from './visitor.ts'

export type SoakOptions = {
  seconds: number
  visitors: number
  seed: number
  /** On average, from when the server answers on. */
  killEverySeconds: number
  /** Between two runs of a visitor, at most. */
  thinkMs: number
  signal: AbortSignal
  tell: (line: string) => void
}

/** What must be 0, with what it was about. */
type Zero = { what: string; count: number; details: readonly string[] }

export type Soaked = { zeroes: Zero[]; counts: Map<string, number>; memory: Memory; books: Books }

/** A machine may be busy with other work: a turn comes in time all the same. */
const taskTimeoutSeconds = 30
/** After as long, what a crash left reserved for a run that was never stored has been given back. */
const laterMs = 11 * 60_000

/** Uses the product as `visitors` people do while it is killed again and again, and compares all that is known at the end. */
export async function runSoak(options: SoakOptions): Promise<Soaked> {
  const { seed, signal } = options
  const clock = movableClock()
  const providers = await startProviders(randomFrom(seed))
  const server = await startProduct({
    ...providers.env,
    ...clock.env,
    VISITORS: 'many',
    DAILY_BUDGET_USD: '100000',
    TASK_TIMEOUT_SECONDS: String(taskTimeoutSeconds),
    LOG_LEVEL: 'warn',
  })
  // For an end that skips what follows below.
  const abandon = () => {
    process.kill(server.pid(), 'SIGKILL')
    rmSync(server.dataDir, { recursive: true, force: true })
    clock.remove()
  }
  process.once('exit', abandon)
  try {
    return await Promise.race([soak({ server, clock, providers }, options), interruption(signal)])
  } finally {
    await server.dispose()
    process.off('exit', abandon)
    await providers.close()
    clock.remove()
  }
}

type Stage = { server: Server; clock: ReturnType<typeof movableClock>; providers: Providers }

async function soak({ server, clock, providers }: Stage, options: SoakOptions): Promise<Soaked> {
  const { seconds, signal, tell } = options
  const siege = besieged(server, signal)
  const counts = new Map<string, number>()
  const note = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1)
  const visitors = await openVisitors(siege, providers, options, note)
  const watch = memoryWatch(server)
  const over = AbortSignal.any([AbortSignal.timeout(seconds * 1000), signal])
  // From then on nothing fails: what does so already, the last kill ends.
  over.addEventListener('abort', () => providers.recover(), { once: true })
  await Promise.all([
    ...visitors.map((each) => each.live(over)),
    killNowAndThen(siege, { providers, options, over, watch, note }),
  ])
  const memory = watch.end()
  tell('The load is over, now everything has to come to its end')
  const uncompleted = await settle(visitors)
  tell('Reading everything that the visitors were promised')
  const readings = await Promise.all(visitors.map((each) => readRuns(siege, each)))

  await server.stop()
  clock.set(laterMs)
  await server.start({ VISITORS: 'one' })
  const spend = await spentAtRest(server)
  const kept = readings.flatMap((reading) => reading.kept)
  const books = { kept, asked: providers.asked(), models: [...providers.lasting, fleeting], spend }
  counts.set('requests at the providers', books.asked.length)
  counts.set('attempts interrupted after dispatch', interruptedOf(kept).length)
  const { microUsd, details } = drift(books)
  const zero = (what: string, found: readonly string[]): Zero => ({ what, count: found.length, details: found })
  const all = (what: 'lost' | 'returned' | 'endless' | 'gone') => readings.flatMap((reading) => reading[what])
  const zeroes = [
    zero('jobs acknowledged but lost', all('lost')),
    zero('deleted jobs that came back', all('returned')),
    zero('results that did not end', all('endless')),
    zero('pictures that are gone', all('gone')),
    zero('double dispatches', asksTooMany(books)),
    { what: 'ledger drift, micro-dollars', count: microUsd, details },
    zero('asked for but not billed, or shown but not painted', unpaid(books)),
    { what: 'open reservations, micro-dollars', count: spend.month.openMicroUsd, details: [] },
    zero('budgets exceeded', overBudget(books)),
    zero('interruptions silent about their charge', silentCharges(books)),
    zero('interruptions that could not be retried', uncompleted),
    zero('answers of 500 and above', siege.faults),
  ]
  return { zeroes, counts, memory, books }
}

const interruption = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })

function openVisitors(
  server: Besieged,
  { lasting }: Providers,
  { visitors, seed, thinkMs }: SoakOptions,
  note: (what: string) => void,
): Promise<Visitor[]> {
  return Promise.all(
    Array.from({ length: visitors }, async (_, index) => {
      const [number, random] = [index + 1, randomFrom(seed * 1000 + index + 1)]
      return visitor({ server, number, cookie: await cookieOf(server.url), random, models: lasting, thinkMs, note })
    }),
  )
}

type Killing = {
  providers: Providers
  options: SoakOptions
  over: AbortSignal
  watch: ReturnType<typeof memoryWatch>
  note: (what: string) => void
}

/** The last time as the load ends, while its runs are under way. */
async function killNowAndThen(server: Besieged, { providers, options, over, watch, note }: Killing): Promise<void> {
  const { seed, killEverySeconds, tell } = options
  const random = randomFrom(seed * 1000)
  for (let kill = 1; !over.aborted; kill += 1) {
    const startedAt = performance.now()
    const waitMs = (500 + random.below(1000)) * killEverySeconds
    await sleep(waitMs, undefined, { signal: over }).catch(() => undefined)
    await Promise.race([providers.busy(), aborted(over)])
    const upSeconds = (performance.now() - startedAt) / 1000
    watch.beforeKill()
    await server.killAndStart()
    watch.restarted()
    note('kills')
    tell(`kill ${kill}, ${upSeconds.toFixed(1)} s after the start before`)
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** Waits for all runs, and retries what was interrupted. Answers what did not complete then. */
async function settle(visitors: readonly Visitor[]): Promise<string[]> {
  const faults = visitors.map(async ({ runs, follow, retry }) => {
    const uncompleted: string[] = []
    for (const { jobId, prompt, deleted } of runs) {
      const job = deleted ? undefined : await follow(jobId)
      for (const result of job?.results ?? []) {
        if (result.status !== 'error' || result.error.code !== 'interrupted') continue
        const status = await retry(jobId, result.model)
        // Over its budget.
        if (status === 429) continue
        const end = (await follow(jobId))?.results.find(({ model }) => model === result.model)
        if (end?.status !== 'completed') uncompleted.push(`${prompt}: ${status}, then ${JSON.stringify(end)}`)
      }
    }
    return uncompleted
  })
  return (await Promise.all(faults)).flat()
}

/** As soon as nothing is open any more, or after half a minute as it is. */
async function spentAtRest(server: Server): Promise<SpendReply> {
  const deadline = performance.now() + 30_000
  for (;;) {
    const spend = SpendReply.parse(await ask(server, '/api/spend'))
    if (spend.month.openMicroUsd === 0 || performance.now() > deadline) return spend
    await sleep(100)
  }
}
