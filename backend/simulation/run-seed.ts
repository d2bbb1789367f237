import { type Broken, verdict as newVerdict } from './invariants.ts'
import { moves } from './moves.ts'
import type { Store } from './open-store.ts'
import { profileFrom } from './profile.ts'
import { randomFrom } from './random.ts'
import { tally as newTally } from './tally.ts'
import { world as newWorld } from './world.ts'

export type SeedRun = {
  broken?: Broken
  /** How often each invariant was looked at. */
  checks: Map<string, number>
  counts: Map<string, number>
  steps: number
  /** What happened, in words, if that was asked for. */
  schedule: string[]
}

const longestCalm = 3000

/** Lives through one world: faults and wishes at any moment, then a calm in which everything must come to its end. */
export async function runSeed(store: Store, seed: number, { aloud = false } = {}): Promise<SeedRun> {
  const random = randomFrom(seed)
  const profile = profileFrom(random)
  const { checks, broken, hold } = newVerdict()
  const tally = newTally()
  const lines: string[] = []
  const say = (words: () => string) => {
    if (aloud) lines.push(`${String(world.schedule.elapsed()).padStart(9)} ms  ${words()}`)
  }
  const world = newWorld({ store, random, profile, tally, say, verdict: { checks, broken, hold } })
  const { wild, calm } = moves({ world, random, profile, tally, say })
  let steps = 0

  const step = async (move: () => void) => {
    steps += 1
    move()
    await microtasks()
    await world.look()
  }
  const live = async () => {
    while (!broken() && steps < profile.steps && !world.isOver()) await step(wild)
    say(() => 'From here on nothing fails.')
    world.calm()
    while (!broken() && steps < profile.steps + longestCalm && !world.isAtRest()) await step(calm)
    if (!broken()) await world.judge()
  }
  await live().catch((error: unknown) =>
    hold('no unexpected error', false, () => (error instanceof Error ? (error.stack ?? '') : String(error))),
  )
  const found = broken()
  return { ...(found && { broken: found }), checks, counts: tally.counts, steps, schedule: lines }
}

/** All that follows from what was let go on has happened before anything else is chosen. */
const microtasks = () => new Promise<void>((resolve) => void setImmediate(resolve))
