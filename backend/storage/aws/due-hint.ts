import { readTimeOrdered, timeOrdered } from './time-ordered.ts'

/** As which a job is kept in the index of what is due; in the order of when it has to be looked at. */
export const dueHint = (jobId: string, at: number): string => timeOrdered(at, jobId)

/** Before every time, so that no clock that is set back hides it. */
export const atOnce = (jobId: string): string => dueHint(jobId, 0)

export const hintedTime = (hint: string): number => readTimeOrdered(hint).ms

/** In which part of the index a job is. */
export const shardOf = (jobId: string): string => shards[sumOf(jobId) % shards.length] ?? ''

export const shards = Array.from({ length: 8 }, (_, n) => `JOBS#${n}`)

/** The part for removed jobs whose ids are kept. */
export const graves = 'GRAVES'

const sumOf = (text: string) => Buffer.from(text).reduce((sum, byte) => sum + byte, 0)
