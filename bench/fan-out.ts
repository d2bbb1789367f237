import type { Benchmark, Figure } from './benchmark.ts'
import { allCompleted, exactTime, followJob, startJob, startProduct } from './client.ts'
import { providerMs, startPainters } from './painters.ts'
import { photographs } from './pictures.ts'
import { median } from './quantile.ts'

export const fanOut: Benchmark = {
  name: 'fan-out',
  how:
    'nine and twenty fake servers that answer after 2, 2.5 … s with photographic PNGs of 2-3 MB; from sending the POST to the ' +
    'last result in a held status answer ÷ the slowest server’s time, from its request received to its last byte sent',
  minutes: 5,
  async run({ quick }) {
    const runs = quick ? 1 : 5
    const images = await photographs(3)
    const figures: Figure[] = []
    for (const count of [9, 20]) {
      const staggered = Array.from({ length: count }, (_, index) => (quick ? 300 : 2000) + 500 * index)
      figures.push({
        ...(await fan(staggered, runs, images)),
        what: `${count} models, staggered`,
        bar: { atMost: 1.05 },
      })
      const lockstep = staggered.map(() => (quick ? 300 : 2000))
      figures.push({ ...(await fan(lockstep, runs, images)), what: `${count} models, all after 2 s` })
    }
    return figures
  },
}

async function fan(delays: number[], runs: number, images: readonly Buffer[]): Promise<Omit<Figure, 'bar' | 'what'>> {
  const painters = await startPainters(delays.map((afterMs) => ({ afterMs, images })))
  const server = await startProduct(painters.env)
  const ratios: number[] = []
  const overheads: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const sentAt = exactTime()
    const job = await followJob(server, await startJob(server, { prompt: `a fan of feathers, ${run}` }))
    const wallMs = exactTime() - sentAt
    if (!allCompleted(job)) throw new Error(`Not every model painted: ${JSON.stringify(job.results)}`)
    const longestMs = Math.max(...painters.models.map(({ name }) => providerMs(painters.requestsOf(name).at(-1))))
    ratios.push(wallMs / longestMs)
    overheads.push(wallMs - longestMs)
  }
  await server.dispose()
  await painters.close()
  const note = `median of ${runs}, worst ${Math.max(...ratios).toFixed(3)}; ${Math.round(median(overheads))} ms more than the slowest server`
  return { value: median(ratios), unit: '×', note }
}
