import { benchmarks } from './benchmarks.ts'

// The process of one benchmark: `one.ts <name> [--quick]`. Its figures, or why there are none, go to who started it.
const [name, mode] = process.argv.slice(2)
const benchmark = benchmarks.find((known) => known.name === name)
if (!benchmark || !process.send) throw new Error('Is started by run.ts, with the name of a benchmark')
for (const end of ['disconnect', 'SIGTERM']) process.once(end, () => process.exit(1))
const send = process.send.bind(process)

const answer = await benchmark.run({ quick: mode === '--quick' }).then(
  (figures) => ({ figures }),
  (error: unknown) => ({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
)
send(answer, () => process.exit(0))
