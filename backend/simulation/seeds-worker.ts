import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod'
import type { Broken } from './invariants.ts'
import { openStore } from './open-store.ts'
import { runSeed } from './run-seed.ts'
import { addCounts } from './tally.ts'

/** What a thread tells of the seeds that it has run since it told last. */
export type Told = {
  seeds: number
  steps: number
  checks: Map<string, number>
  counts: Map<string, number>
  failed?: { seed: number; broken: Broken }
}

const { from, to, every } = z.object({ from: z.int(), to: z.int(), every: z.int() }).parse(workerData)
const store = openStore()
const nothing = (): Told => ({ seeds: 0, steps: 0, checks: new Map(), counts: new Map() })
let told = nothing()

for (let seed = from; seed < to; seed += every) {
  const { broken, checks, counts, steps } = await runSeed(store, seed)
  told.seeds += 1
  told.steps += steps
  addCounts(told.checks, checks)
  addCounts(told.counts, counts)
  if (broken) told.failed = { seed, broken }
  if (broken || told.seeds === 50 || seed + every >= to) {
    parentPort?.postMessage(told)
    told = nothing()
  }
  if (broken) break
}
