import type { Profile } from './profile.ts'
import type { Random } from './random.ts'
import type { ServerProcess } from './server-process.ts'
import type { Say, Tally } from './tally.ts'
import type { World } from './world.ts'

export type Moves = {
  /** One step of a time in which everything may go wrong. */
  wild(): void
  /** One step towards rest; called while something is left to be done. */
  calm(): void
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
/** Longer and longer: what is left may be due in a second, or in hours. */
const patience = [0, 0, 0, 3 * second, 20 * second, 11 * minute, 61 * minute, 6 * hour]

/** Chooses what happens next in a world. */
export function moves({
  world,
  random,
  profile,
  tally,
  say,
}: {
  world: World
  random: Random
  profile: Profile
  tally: Tally
  say: Say
}): Moves {
  const { schedule, visitor } = world
  const { leaseMs, taskTimeoutMs } = profile
  let idle = 0

  const go = () => {
    const wait = random.pick(schedule.ready())
    say(() => `${wait.who.name}: ${wait.what()}`)
    wait.go()
  }
  const pass = (ms: number, why: string) => {
    schedule.pass(ms)
    say(() => `${ms} ms pass${why}`)
  }
  const fault = (name: string) => tally.count(`fault: ${name}`)

  const victim = (): ServerProcess => {
    const servers = world.servers()
    const waiting = servers.filter(({ who }) => world.inFlight().some((call) => call.who === who))
    return random.pick(waiting.length > 0 && random.chance(0.8) ? waiting : servers)
  }

  const wilder: Record<'crash' | 'restart' | 'suspend' | 'stall' | 'sleep' | 'clockForward' | 'clockBack', () => void> =
    {
      crash() {
        const server = victim()
        fault('a server crashes')
        say(() => `${server.who.name} crashes`)
        world.crash(server)
      },
      restart() {
        const server = victim()
        fault('a server is stopped and started again')
        say(() => `${server.who.name} is told to stop`)
        world.restart(server)
      },
      suspend() {
        const { who } = victim()
        const ms = leaseMs + random.pick([500, 2000, 8000])
        fault('a server stands still')
        say(() => `${who.name} stands still for ${ms} ms`)
        schedule.suspend(who, ms)
      },
      stall() {
        const wait = random.pick(schedule.ready())
        const ms = random.pick([leaseMs, 2 * leaseMs, 2 * taskTimeoutMs])
        fault('something is held up')
        say(() => `${wait.who.name}: held up for ${ms} ms: ${wait.what()}`)
        schedule.hold(wait, ms)
      },
      sleep() {
        fault('time passes at once for everybody')
        pass(random.pick([leaseMs, taskTimeoutMs, 15 * second, 11 * minute, 3 * hour]), ' for everybody')
      },
      clockForward() {
        fault('the clock is set forward')
        setClock(random.pick([5 * second, 2 * minute, 5 * hour]))
      },
      clockBack() {
        fault('the clock is set back')
        setClock(-random.pick([second, 5 * second, 2 * minute]))
      },
    }
  const setClock = (byMs: number) => {
    schedule.setClock(byMs)
    say(() => `the clock is set by ${byMs} ms`)
  }

  const wishes = () => {
    const isNew = visitor.acknowledged.size === 0 && visitor.waiting() === 0
    return visitor.wishesLeft() > 0 && random.chance(isNew ? 1 : visitor.isTempted() ? 0.2 : 0.04)
  }

  return {
    wild() {
      const faults = world.faults()
      const ready = schedule.ready().length > 0
      const serving = world.servers().length > 0
      // While a provider paints, more is at stake.
      const stakes = world.inFlight().length > 0 ? 3 : 0.5
      for (const kind of ['crash', 'restart', 'suspend'] as const) {
        if (serving && random.chance(faults[kind] * stakes)) return wilder[kind]()
      }
      for (const kind of ['sleep', 'clockForward', 'clockBack'] as const)
        if (random.chance(faults[kind])) return wilder[kind]()
      if (ready && random.chance(faults.stall)) return wilder.stall()
      if (serving && wishes()) return visitor.act(random.pick(world.servers()))
      if (ready && random.chance(0.985)) return go()
      const ms = schedule.untilNext()
      if (ms !== undefined) pass(ms, '')
      else if (ready) go()
    },
    calm() {
      if (schedule.ready().length > 0) return go()
      const next = schedule.untilNext() ?? second
      if (world.inFlight().some(({ hangs }) => !hangs)) return pass(next, '')
      pass(Math.max(next, patience[idle] ?? 24 * hour), '')
      idle += 1
    },
  }
}
