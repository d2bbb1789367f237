import sharp from 'sharp'
import type { Benchmark, Figure } from './benchmark.ts'
import { type Asking, followJob, startJob, startProduct } from './client.ts'
import { residentMb } from './memory.ts'
import { startPainters } from './painters.ts'
import { photographs } from './pictures.ts'
import { quantile } from './quantile.ts'
import { failedMs, runOpenLoop } from './run-open-loop.ts'

export const accepted: Benchmark = {
  name: 'accepted',
  how:
    'open loop, 20 `POST /api/generate` a second for 60 s from a process of its own, one model each, while three nine-image ' +
    'jobs (2-3 MB pictures from models that answer after 2 s) are under way all the time; a failure counts as slow',
  minutes: 6,
  async run({ quick }) {
    const seconds = quick ? 6 : 60
    const [p50, p95, p99] = await measure({ seconds, background: 3, first: 9, models: 1 })
    const heavy = await measure({ seconds, background: 0, first: 0, models: 9 })
    const toCompare = heavy.map((figure) => ({ ...figure, what: `${figure.what} when each POST is a nine-model run` }))
    return [p50, { ...p95, bar: { below: 50 } }, p99, ...toCompare]
  },
}

/** The POSTs ask `models` models from the one at `first` on; `background` nine-image jobs run meanwhile. */
type Setting = { seconds: number; background: number; first: number; models: number }

async function measure({ seconds, background, first, models }: Setting): Promise<[Figure, Figure, Figure]> {
  const images = await photographs(3)
  const small = await sharp(images[0]).resize(256).png().toBuffer()
  // The tenth can keep up with 20 jobs a second: 20 calls at a time, half a second each.
  const nine = Array.from({ length: 9 }, () => ({ afterMs: 2000, images }))
  const painters = await startPainters([...nine, { afterMs: 500, images: [small] }])
  const server = await startProduct(painters.env)
  const ids = painters.models.map(({ id }) => id)
  const ending = new AbortController()
  const running = Array.from({ length: background }, () => keepRunning(server, ids.slice(0, 9), ending.signal))
  const latencies = await runOpenLoop({
    url: `${server.url}/api/generate`,
    perSecond: 20,
    seconds,
    body: { prompt: 'a measured boat', models: ids.slice(first, first + models) },
  })
  const { peak } = residentMb(server.pid())
  ending.abort()
  const jobs = (await Promise.all(running)).reduce((sum, count) => sum + count, 0)
  await server.dispose()
  await painters.close()
  const failed = latencies.filter((ms) => ms === failedMs).length
  const meanwhile = background > 0 ? `, ${jobs} nine-image jobs meanwhile` : ''
  const note = `${latencies.length} sent, ${failed} failed${meanwhile}; the server held at most ${peak} MB`
  return [
    { what: 'p50', value: quantile(latencies, 0.5), unit: 'ms' },
    { what: 'p95', value: quantile(latencies, 0.95), unit: 'ms', note },
    { what: 'p99', value: quantile(latencies, 0.99), unit: 'ms' },
  ]
}

/** One job after the other until the signal aborts; how many there were. */
async function keepRunning(server: Asking, models: string[], signal: AbortSignal): Promise<number> {
  let jobs = 0
  for (; !signal.aborted; jobs += 1) {
    await followJob(server, await startJob(server, { prompt: 'nine boats in the background', models }))
  }
  return jobs
}
