import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { openStore } from './open-store.ts'
import { report } from './report.ts'
import { runSeed } from './run-seed.ts'
import { runSeeds } from './run-seeds.ts'

const { values } = parseArgs({
  options: {
    /** How many schedules. */
    seeds: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    /** Replays one, in words. */
    seed: { type: 'string' },
  },
})

process.exitCode = values.seed === undefined ? await runMany() : await replay(Number(values.seed))

async function runMany(): Promise<number> {
  const range = { from: Number(values.from), seeds: Number(values.seeds), threads: availableParallelism() }
  let next = 0
  const summary = await runSeeds(range, ({ seeds, seconds }) => {
    if (seeds < next) return
    next = seeds + range.seeds / 10
    console.log(`${seeds} of ${range.seeds} schedules, ${Math.round(seeds / seconds)} per second`)
  })
  console.log(`\n${report(summary)}`)
  return summary.failed ? replay(summary.failed.seed) : 0
}

async function replay(seed: number): Promise<number> {
  const { broken, schedule } = await runSeed(openStore(), seed, { aloud: true })
  console.log(`\nThe schedule of seed ${seed}:\n${schedule.join('\n')}`)
  console.log(broken ? `\nseed ${seed} breaks: ${broken.invariant}\n${broken.detail}` : `\nseed ${seed} holds`)
  if (broken) console.log(`\nAgain: npm run simulate -- --seed ${seed}`)
  return broken ? 1 : 0
}
