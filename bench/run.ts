import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { Answer, type Benchmark, meetsBar } from './benchmark.ts'
import { benchmarks } from './benchmarks.ts'
import { measureDeployment } from './deployment.ts'
import { commit, machine } from './machine.ts'
import { printFigures } from './print-figures.ts'
import { writeTable } from './performance-table.ts'
import { keep, readReport } from './report.ts'

// npm run bench [-- --only <names with commas>] [--quick]: measures, prints and keeps figures in reports/bench.json.
// npm run bench -- --write: measures nothing, puts the kept figures into PERFORMANCE.md.
// npm run bench -- --url URL [--token T] [--models <ids with commas>] [--runs N] [--per-second N] [--seconds N]: asks a
// server that is somewhere else, prints figures and keeps none.
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    url: { type: 'string' },
    token: { type: 'string' },
    models: { type: 'string' },
    // Together less than the 50 runs that one address has in a day where others reach the server.
    runs: { type: 'string', default: '5' },
    'per-second': { type: 'string', default: '2' },
    seconds: { type: 'string', default: '10' },
  },
})

if (values.url !== undefined) process.exitCode = (await measureThere(values.url)) ? 0 : 1
else if (values.write) writeTable(benchmarks, readReport())
else process.exitCode = (await measureAll(chosen(values.only), values.quick)) ? 0 : 1

async function measureThere(address: string): Promise<boolean> {
  const { token, models, runs, 'per-second': perSecond, seconds } = values
  const url = address.replace(/\/+$/u, '')
  const startedAt = performance.now()
  const measured = await measureDeployment({
    url,
    ...(token !== undefined && { token }),
    ...(models !== undefined && { models: models.split(',').map((id) => id.trim()) }),
    runs: Number(runs),
    perSecond: Number(perSecond),
    seconds: Number(seconds),
  }).then(
    (figures) => ({ figures }),
    (error: unknown) => ({ figures: [], fault: error instanceof Error ? error.message : String(error) }),
  )
  printFigures(url, { ...measured, seconds: Math.round((performance.now() - startedAt) / 1000) })
  return !('fault' in measured) && measured.figures.every(({ what, value }) => !what.endsWith('failed') || value === 0)
}

function chosen(only: string | undefined): readonly Benchmark[] {
  const names = only?.split(',').map((name) => name.trim()) ?? benchmarks.map(({ name }) => name)
  return names.map((name) => {
    const found = benchmarks.find((benchmark) => benchmark.name === name)
    if (found) return found
    console.error(
      `There is no benchmark ${name}. There are ${benchmarks.map((benchmark) => benchmark.name).join(', ')}.`,
    )
    return process.exit(1)
  })
}

async function measureAll(wanted: readonly Benchmark[], quick: boolean): Promise<boolean> {
  const built = spawnSync(process.execPath, ['infra/build-page.ts'], { stdio: 'inherit' })
  if (built.status !== 0) return false
  const about = { commit: commit(), machine: machine(), quick }
  console.log(
    `${about.machine}, at ${about.commit}${quick ? ', shortened: these figures only show that it works' : ''}`,
  )
  let good = true
  for (const benchmark of wanted) {
    const startedAt = performance.now()
    const { figures = [], fault } = await inOwnProcess(benchmark, quick)
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    const measured = {
      ...about,
      measuredAt: new Date().toISOString(),
      seconds,
      figures,
      ...(fault !== undefined && { fault }),
    }
    keep(benchmark.name, measured)
    printFigures(benchmark.name, measured)
    good &&= fault === undefined && figures.every(meetsBar)
  }
  return good
}

/** Its own process group, so that whatever it started ends with it. */
async function inOwnProcess({ name, minutes }: Benchmark, quick: boolean): Promise<Answer> {
  const child = fork(new URL('one.ts', import.meta.url), [name, ...(quick ? ['--quick'] : [])], { detached: true })
  const end = (signal: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal)
    } catch {
      // Nobody is left of it.
    }
  }
  const interrupt = () => {
    end('SIGTERM')
    process.exit(130)
  }
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  const timer = setTimeout(() => end('SIGTERM'), minutes * 60_000)
  const exited = once(child, 'exit')
  const early = exited.then(() => ({ fault: `It ended early, or after its ${minutes} minutes.` }))
  const answer = await Promise.race([once(child, 'message').then(([message]) => Answer.parse(message)), early])
  // It removes its folders as it ends.
  await exited
  clearTimeout(timer)
  end('SIGKILL')
  process.off('SIGINT', interrupt)
  process.off('SIGTERM', interrupt)
  return answer
}
