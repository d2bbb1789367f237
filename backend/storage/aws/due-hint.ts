import { readTimeOrdered, timeOrdered } from './time-ordered.ts'

/** As which a job is kept in the index of what is due; in the order of when it has to be looked at. */
export const dueHint = (jobId: string, at: number): string => timeOrdered(at, jobId)

/** Before every time, so that no clock that is set back hides it. */
export const atOnce = (jobId: string): string => dueHint(jobId, 0)

export const hintedTime = (hint: string): number => readTimeOrdered(hint).ms

/** In which part of the index a job is. */
export const shardOf = (jobId: string): string => shard(sumOf(jobId) % shardCount)

const shardCount = 8
const shard = (n: number) => `JOBS#${n}`
export const shards: readonly string[] = Array.from({ length: shardCount }, (_, n) => shard(n))

/** The part for removed jobs whose ids are kept. */
export const graves = 'GRAVES'

const sumOf = (text: string) => Buffer.from(text).reduce((sum, byte) => sum + byte, 0)
