import { expect, test } from 'vitest'
import { isRunning, Job } from '../../contract/job.ts'
import { GalleryReply } from '../../contract/gallery.ts'
import { StatusReply } from '../../contract/status.ts'
import type { Server } from '../../e2e/server.ts'
import { fakePng } from '../providers/fake-png.ts'
import { counter, pricedProduct, provider, timesAsked } from './test-priced.ts'

const jobsAtOnce = 20
/** Calls at the same time to one provider. */
const concurrency = 4

const images = [fakePng({ width: 64, height: 64 })]

test(
  'kill -9 while 20 jobs run, three times, loses nothing and asks no provider twice',
  { timeout: 60_000 },
  async () => {
    // One provider paints; the other takes what it is asked and says nothing, until the last crash is over.
    let answers = false
    const asked = counter()
    const steady = await provider(() => ({ kind: 'succeed', afterMs: 100, images }))
    const silent = await provider(() => {
      asked.add()
      return answers ? { kind: 'succeed', images } : { kind: 'hang' }
    })
    const urls = { Steady: steady.url, Silent: silent.url }
    const server = await pricedProduct(urls, { PROVIDER_CONCURRENCY: String(concurrency) })

    const accepted: Job[] = []
    const seen = new Set<string>()
    for (const crash of [1, 2, 3]) {
      const prompts = Array.from({ length: jobsAtOnce }, (_, index) => `a boat on lake ${crash}-${index}`)
      const jobs = await Promise.all(prompts.map((prompt) => start(server, prompt)))
      accepted.push(...jobs)
      await asked.reaches(crash * concurrency)
      const standing = await standingOf(server, jobs)
      expect(standing.filter(isRunning)).toHaveLength(jobsAtOnce)
      for (const url of standing.flatMap(picturesOf)) seen.add(url)
      answers = crash === 3
      await server.kill()
      await server.start()
    }
    const ended = await Promise.all(accepted.map(({ jobId }) => untilEnded(server, jobId)))

    // What the silent provider had been sent when the server died may have been paid for; the rest was carried on with.
    const interrupted = 3 * concurrency
    const ends = ended.map((job) => endOf(job, 'Silent'))
    expect(ends.filter((end) => end === 'interrupted')).toHaveLength(interrupted)
    expect(ends.filter((end) => end === 'completed')).toHaveLength(accepted.length - interrupted)
    const others = ended.map((job) => endOf(job, 'Steady'))
    expect(others.filter((end) => end !== 'completed' && end !== 'interrupted')).toEqual([])
    for (const { error } of ended.flatMap(({ results }) => results).filter((result) => result.status === 'error')) {
      expect(error.message).toContain('may have been charged')
    }
    expect(timesAsked(silent)).toEqual(new Map(accepted.map(({ prompt }) => [`Silent: ${prompt}`, 1])))
    expect(Math.max(...timesAsked(steady).values())).toBe(1)

    const { galleries } = GalleryReply.parse(await get(server, '/api/gallery/list?limit=100'))
    expect(galleries.map(({ id }) => id).toSorted()).toEqual(accepted.map(({ jobId }) => jobId).toSorted())
    const pictures = ended.flatMap(picturesOf)
    expect(pictures).toEqual(expect.arrayContaining([...seen]))
    for (const url of pictures) expect((await fetch(server.url + url)).status).toBe(200)
  },
)

async function get(server: Server, path: string): Promise<unknown> {
  return (await fetch(server.url + path)).json()
}

async function start(server: Server, prompt: string): Promise<Job> {
  const response = await fetch(`${server.url}/api/generate`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ prompt }),
  })
  expect(response.status).toBe(202)
  return Job.parse(await response.json())
}

async function standingOf(server: Server, jobs: Job[]): Promise<Job[]> {
  const list = jobs.map(({ jobId }) => jobId).join()
  const reply = StatusReply.parse(await get(server, `/api/status?jobs=${list}`))
  expect(reply.missing).toEqual([])
  return reply.jobs
}

async function untilEnded(server: Server, jobId: string): Promise<Job> {
  let job = Job.parse(await get(server, `/api/status/${jobId}`))
  while (isRunning(job)) job = Job.parse(await get(server, `/api/status/${jobId}?after=${job.version}`))
  return job
}

function endOf({ results }: Job, name: string): string | undefined {
  const result = results.find((one) => one.name === name)
  return result?.status === 'error' ? result.error.code : result?.status
}

const picturesOf = ({ results }: Job): string[] =>
  results.flatMap((result) => (result.status === 'completed' ? result.images.map(({ url }) => url) : []))
