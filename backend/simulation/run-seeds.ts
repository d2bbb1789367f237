import { Worker } from 'node:worker_threads'
import type { Told } from './seeds-worker.ts'
import { addCounts } from './tally.ts'

export type Summary = Told & { seconds: number }

/** Runs seeds from `from` on, shared by threads; stops at the first that breaks an invariant. */
export async function runSeeds(
  { from, seeds, threads }: { from: number; seeds: number; threads: number },
  progress: (soFar: Summary) => void,
): Promise<Summary> {
  const startedAt = performance.now()
  const sum: Summary = { seeds: 0, steps: 0, checks: new Map(), counts: new Map(), seconds: 0 }
  const stop = new AbortController()

  const note = ({ failed, ...told }: Told) => {
    sum.seeds += told.seeds
    sum.steps += told.steps
    sum.seconds = (performance.now() - startedAt) / 1000
    addCounts(sum.checks, told.checks)
    addCounts(sum.counts, told.counts)
    progress(sum)
    if (!failed || sum.failed) return
    sum.failed = failed
    stop.abort()
  }

  const thread = (index: number) =>
    new Promise<void>((resolve, reject) => {
      const workerData = { from: from + index, to: from + seeds, every: threads }
      const worker = new Worker(new URL('./seeds-worker.ts', import.meta.url), { workerData })
      worker.on('message', note)
      worker.on('error', reject)
      worker.on('exit', () => resolve())
      stop.signal.addEventListener('abort', () => void worker.terminate())
    })
  await Promise.all(Array.from({ length: Math.min(threads, seeds) }, (_, index) => thread(index)))
  return sum
}
