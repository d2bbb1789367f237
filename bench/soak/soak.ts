import { parseArgs } from 'node:util'
import { report } from './report.ts'
import { runSoak } from './run-soak.ts'

// npm run soak [-- --minutes 30 --visitors 50 --seed 1 --kill-every 30]: exits with 1 when something is not 0.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    visitors: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    /** Seconds, on average. */
    'kill-every': { type: 'string', default: '30' },
  },
})

const interrupted = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => interrupted.abort(new Error(`Interrupted by ${name}`)))
}

const startedAt = performance.now()
const tell = (line: string) => console.log(`${((performance.now() - startedAt) / 60_000).toFixed(1)} min: ${line}`)
const soaked = await runSoak({
  seconds: Number(values.minutes) * 60,
  visitors: Number(values.visitors),
  seed: Number(values.seed),
  killEverySeconds: Number(values['kill-every']),
  thinkMs: 8000,
  signal: interrupted.signal,
  tell,
}).catch((error: unknown) => {
  console.error(interrupted.signal.aborted ? 'Interrupted; everything is cleared away.' : error)
  process.exit(interrupted.signal.aborted ? 130 : 1)
})
console.log(`\n${report(soaked)}`)
process.exitCode = soaked.zeroes.some(({ count }) => count > 0) ? 1 : 0
