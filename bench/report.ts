import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import { Figure } from './benchmark.ts'

/** What a benchmark came to when it last ran: figures, or the reason why there are none. */
export const Measured = z.object({
  measuredAt: z.string(),
  commit: z.string(),
  machine: z.string(),
  quick: z.boolean(),
  seconds: z.number(),
  figures: z.array(Figure),
  fault: z.string().optional(),
})
export type Measured = z.infer<typeof Measured>

/** By the benchmark's name; those that were not run again keep what they had. */
export const Report = z.record(z.string(), Measured)
export type Report = z.infer<typeof Report>

const file = 'reports/bench.json'

export const readReport = (): Report => (existsSync(file) ? Report.parse(JSON.parse(readFileSync(file, 'utf8'))) : {})

export function keep(name: string, measured: Measured): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ ...readReport(), [name]: measured }, null, 2)}\n`)
}
