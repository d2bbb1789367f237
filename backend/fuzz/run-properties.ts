import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { openProperties, type Property } from './properties.ts'

export type Fuzzed = {
  name: string
  cases: number
  seconds: number
  /** What the heap holds more after it than before, in bytes. */
  grown: number
  /** How often it came to what. */
  outcomes: ReadonlyMap<string, number>
  failure?: string
}

/** `path`: of a case within its seed, as a failure tells it. `only`: the name of one property. */
export type Choice = { cases: number; seed: number; only?: string | undefined; path?: string | undefined }

/** Shares the cases among the properties. A failure says how to see it again. */
export async function runProperties(
  { cases, seed, only, path }: Choice,
  tell: (fuzzed: Fuzzed) => void,
): Promise<Fuzzed[]> {
  const { properties, close } = await openProperties()
  const chosen = properties.filter(({ name }) => only === undefined || name === only)
  const shares = chosen.reduce((sum, { share }) => sum + share, 0)
  const done: Fuzzed[] = []
  try {
    for (const property of chosen) {
      const numRuns = Math.max(1, Math.round((cases * property.share) / shares))
      const fuzzed = await runProperty(property, { seed, numRuns, ...(path !== undefined && { path }) })
      done.push(fuzzed)
      tell(fuzzed)
    }
  } finally {
    await close()
  }
  return done
}

/** A failure tells the least input that breaks the property, and how to see it again. */
export async function runProperty(
  { name, check, outcomes = new Map() }: Property,
  parameters: { seed: number; numRuns: number; path?: string },
): Promise<Fuzzed> {
  const before = heap()
  const startedAt = performance.now()
  const details = await fc.check(check, parameters)
  const seconds = (performance.now() - startedAt) / 1000
  const failure = details.failed ? { failure: failureOf(name, details) } : {}
  return { name, cases: details.numRuns, seconds, grown: heap() - before, outcomes, ...failure }
}

setFlagsFromString('--expose-gc')

/** Bytes that are in use, without what nobody refers to any more. */
function heap(): number {
  runInNewContext('gc()')
  return process.memoryUsage().heapUsed
}

const longestShown = 2000

function failureOf(name: string, { seed, counterexample, counterexamplePath, errorInstance }: fc.RunDetails<unknown>) {
  const shown = fc.stringify(counterexample)
  return [
    `${name}: ${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}`,
    `with ${shown.length > longestShown ? `${shown.slice(0, longestShown)}…` : shown}`,
    `Again: npm run fuzz -- --only ${JSON.stringify(name)} --seed ${seed} --path ${counterexamplePath}`,
  ].join('\n')
}
