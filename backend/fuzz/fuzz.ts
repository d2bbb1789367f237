import { parseArgs } from 'node:util'
import { mayGrow, report } from './report.ts'
import { runProperties } from './run-properties.ts'

const { values } = parseArgs({
  options: {
    /** How many inputs, of all properties together. */
    cases: { type: 'string', default: '100000' },
    /** The same seed gives the same inputs. */
    seed: { type: 'string' },
    /** One property, by its name. */
    only: { type: 'string' },
    /** One input of a seed, as a failure tells it. */
    path: { type: 'string' },
  },
})
const { only, path } = values
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)

console.log(`seed ${seed}`)
const done = await runProperties({ cases: Number(values.cases), seed, only, path }, (fuzzed) =>
  console.log(report(fuzzed)),
)
const broken = done.filter(({ failure, grown }) => failure !== undefined || grown > mayGrow)
const cases = done.reduce((sum, fuzzed) => sum + fuzzed.cases, 0)
console.log(`\n${cases} cases with seed ${seed}: ${broken.length} of ${done.length} properties broken`)
process.exitCode = broken.length > 0 || done.length === 0 ? 1 : 0
