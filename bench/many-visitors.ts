import sharp from 'sharp'
import { GalleryReply } from '../contract/gallery.ts'
import type { Job } from '../contract/job.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { allCompleted, ask, type Asking, cookieOf, followJob, startJob, startProduct } from './client.ts'
import { residentMb } from './memory.ts'
import { startPainters } from './painters.ts'
import { photographs } from './pictures.ts'
import { quantile } from './quantile.ts'

export const manyVisitors: Benchmark = {
  name: 'many-visitors',
  how:
    '100, then 500 visitors with cookies of their own, who all start a run of three models (2 s each, 512-pixel PNGs) at once ' +
    'and hold a request until it ends; then each looks for it in the gallery and fetches a picture',
  minutes: 6,
  async run({ quick }) {
    const [photo] = await photographs(1)
    const image = await sharp(photo).resize(512).png().toBuffer()
    const painters = await startPainters(Array.from({ length: 3 }, () => ({ afterMs: 2000, images: [image] })))
    const server = await startProduct({ ...painters.env, VISITORS: 'many' })
    const figures: Figure[] = []
    for (const count of quick ? [20] : [100, 500]) {
      const before = residentMb(server.pid())
      const startedAt = performance.now()
      const visits = await Promise.allSettled(Array.from({ length: count }, () => visit(server.url)))
      const seconds = (performance.now() - startedAt) / 1000
      if (visits.some(({ status }) => status === 'rejected')) console.error(server.output().slice(-2000))
      const after = residentMb(server.pid())
      const good = visits.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
      const faults = visits.flatMap((end) => (end.status === 'rejected' ? [inWords(end.reason)] : []))
      for (const fault of new Set(faults)) console.error(fault)
      const memory = `memory ${before.now} MB before, ${after.now} MB after, ${after.peak} MB at most`
      figures.push(
        {
          what: `${count} at once: lost or faulty jobs`,
          value: faults.length,
          unit: '',
          bar: { atMost: 0 },
          note: memory,
        },
        { what: `${count} at once: all ended after`, value: seconds, unit: 's' },
        { what: `${count} at once: p95 until accepted`, value: quantile(good, 0.95), unit: 'ms' },
      )
    }
    await server.dispose()
    await painters.close()
    return figures
  },
}

/** One visitor from the first page to the kept picture. Milliseconds until the job was accepted; throws for whatever is amiss. */
async function visit(url: string): Promise<number> {
  const visitor = { url, cookie: await cookieOf(url) }
  const sentAt = performance.now()
  const accepted = await startJob(visitor, { prompt: 'one of many boats' })
  const acceptedMs = performance.now() - sentAt
  const job = await followJob(visitor, accepted)
  if (!allCompleted(job)) throw new Error(`A job ended as ${job.status}`)
  await expectKept(visitor, job)
  return acceptedMs
}

function inWords(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  return fault.cause === undefined ? fault.message : `${fault.message}: ${inWords(fault.cause)}`
}

async function expectKept(visitor: Asking, job: Job): Promise<void> {
  const { galleries } = GalleryReply.parse(await ask(visitor, '/api/gallery/list'))
  if (galleries.map(({ id }) => id).join() !== job.jobId)
    throw new Error(`A gallery holds ${galleries.length} jobs, not its own`)
  const [result] = job.results
  const picture = await fetch(visitor.url + (result?.status === 'completed' ? result.images[0]!.thumbnailUrl : ''))
  if (picture.status !== 200) throw new Error(`A picture was answered with ${picture.status}`)
  await picture.arrayBuffer()
}
