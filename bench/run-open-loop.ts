import { fork } from 'node:child_process'
import { once } from 'node:events'
import * as z from 'zod'

export type Load = {
  url: string
  perSecond: number
  seconds: number
  body: object
  headers?: Record<string, string>
}

/** What a failure counts as. */
export const failedMs = 10_000

const Latencies = z.array(z.number().nullable())

/** Milliseconds of each POST, sent from a process of its own. */
export async function runOpenLoop(load: Load): Promise<number[]> {
  const child = fork(new URL('open-loop.ts', import.meta.url), [JSON.stringify(load)])
  const [sent]: unknown[] = await once(child, 'message')
  return Latencies.parse(sent).map((ms) => ms ?? failedMs)
}
