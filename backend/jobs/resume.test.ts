import { describe, expect, onTestFinished, test } from 'vitest'
import { fakePollingProvider, startFakePollingServer } from '../providers/fake-polling-provider.ts'
import { ProviderError, type ImageModel } from '../providers/provider.ts'
import { cancelJob } from './cancel-job.ts'
import { deleteJob } from './delete-job.ts'
import { boundedLanes } from './lanes.ts'
import type { StartRequest } from './start-job.ts'
import { mortalEngine } from './test-crash.ts'
import { ended, fakeClock, hasStatus, model, paints, soon, testEngine, view } from './test-engine.ts'

const leaseMs = 30_000

/** A server that is still painting, and a job of which each call was sent and left its ticket. */
async function startedRun({ laneLimit = 20, ...request }: Partial<StartRequest> & { laneLimit?: number } = {}) {
  const pictures = await startFakePollingServer()
  onTestFinished(() => pictures.close())
  const clock = fakeClock()
  const bench = await testEngine({ clock, leaseMs, laneLimit, taskTimeoutMs: 40_000 })
  const polled = model('polled', fakePollingProvider(pictures))
  const { jobId } = await bench.submit([polled], request)
  const tickets = async () => (await bench.storage.jobs.find(jobId))?.tasks[0]?.tickets.length
  const first = mortalEngine(bench, laneLimit)
  const calls = Math.min(laneLimit, request.parameters?.imagesPerModel ?? 1)
  await expect.poll(tickets, soon).toBe(calls)
  return {
    pictures,
    clock,
    bench,
    jobId,
    polled,
    kill: first.kill,
    /** The process dies, and another comes when the lease of the first has run out. */
    async restart(models: ImageModel[] = [polled]) {
      first.kill()
      bench.deps.models = new Map(models.map((each) => [each.id, each]))
      bench.deps.lanes = boundedLanes(laneLimit)
      clock.advance(leaseMs)
      return bench.run()
    },
  }
}

describe('a picture that is being painted when the process dies', () => {
  test('is collected by the next process, which orders nothing', async () => {
    const { pictures, bench, jobId, restart } = await startedRun()
    await restart()
    await bench.until(jobId, hasStatus('in_progress'))
    pictures.become('done')
    const job = view(await bench.until(jobId, ended))
    expect(job.results[0]).toMatchObject({ status: 'completed', costMicroUsd: 40_000, costCertain: true })
    expect(pictures.submitted).toHaveLength(1)
    await expect.poll(bench.money, soon).toMatchObject({ settled: 40_000, uncertain: 0, open: 0 })
  })

  test('is collected beside calls that had not been sent, which are sent now', async () => {
    const { pictures, bench, jobId, restart } = await startedRun({
      laneLimit: 2,
      parameters: { imagesPerModel: 4, seed: 1 },
    })
    pictures.become('done')
    await restart()
    const [result] = view(await bench.until(jobId, ended)).results
    expect(result).toMatchObject({ status: 'completed', costMicroUsd: 160_000, costCertain: true })
    expect(result?.status === 'completed' && result.images.map(({ seed }) => seed)).toEqual([1, 2, 3, 4])
    expect(pictures.submitted).toHaveLength(4)
  })

  test('has the whole time of a task again', async () => {
    const { pictures, clock, bench, jobId, restart } = await startedRun()
    await restart()
    await bench.until(jobId, (job) => hasStatus('in_progress')(job) && job.version > 2)
    for (let n = 0; n < 3; n += 1) clock.advance(9000)
    pictures.become('done')
    expect(view(await bench.until(jobId, ended))).toMatchObject({ status: 'completed' })
  })

  test.each([
    ['failed', 'could not paint'],
    ['forgotten', 'does not know the picture any more'],
  ] as const)(
    'and that the provider then says it has %s ends in those words, and may have cost',
    async (end, words) => {
      const { pictures, bench, jobId, restart } = await startedRun()
      pictures.become(end)
      await restart()
      expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({
        status: 'error',
        error: { code: 'unavailable', message: expect.stringContaining(words) },
        costMicroUsd: 40_000,
        costCertain: false,
      })
      expect(pictures.submitted).toHaveLength(1)
    },
  )

  test('ends as stopped, at its price, when its visitor stops it while it is collected', async () => {
    const { bench, jobId, restart } = await startedRun()
    await restart()
    await cancelJob(bench.deps, await bench.until(jobId, (job) => hasStatus('in_progress')(job) && job.version > 2))
    expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({
      status: 'cancelled',
      outcome: 'stopped',
      costMicroUsd: 40_000,
      costCertain: false,
    })
  })

  test('ends as stopped, at its price, when its visitor stops it before the next process has come', async () => {
    const { bench, jobId, restart } = await startedRun()
    await cancelJob(bench.deps, (await bench.storage.jobs.find(jobId))!)
    await restart()
    expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({ outcome: 'stopped', costCertain: false })
  })

  test('leaves nothing when its job is deleted while it is collected, and is paid for', async () => {
    const { clock, bench, jobId, restart } = await startedRun()
    await restart()
    await deleteJob(bench.deps, await bench.until(jobId, (job) => hasStatus('in_progress')(job) && job.version > 2))
    await expect.poll(bench.money, soon).toMatchObject({ settled: 40_000, uncertain: 40_000, open: 0 })
    const due = () => (clock.advance(1000), bench.storage.jobs.due({ now: clock.now(), limit: 10, full: [] }))
    await expect.poll(due, soon).toEqual([])
  })

  test('of a model that is not configured any more ends as interrupted', async () => {
    const { bench, jobId, restart } = await startedRun()
    await restart([])
    expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({
      error: { code: 'interrupted' },
      costMicroUsd: 40_000,
      costCertain: false,
    })
  })

  test('is given up after its process has died four times', async () => {
    const { pictures, clock, bench, jobId, kill } = await startedRun()
    kill()
    for (let life = 0; life < 3; life += 1) {
      clock.advance(leaseMs)
      const next = mortalEngine(bench)
      const asked = pictures.polled.length
      await expect.poll(() => pictures.polled.length, soon).toBeGreaterThan(asked)
      await bench.until(jobId, (job) => hasStatus('in_progress')(job) && job.version > 2 + 2 * life)
      next.kill()
    }
    clock.advance(leaseMs)
    bench.run()
    expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({ error: { code: 'interrupted' } })
    expect(pictures.submitted).toHaveLength(1)
  })
})

describe('a ticket', () => {
  test('is stored before its picture is asked for', async () => {
    const pictures = await startFakePollingServer()
    onTestFinished(() => pictures.close())
    pictures.become('done')
    const bench = await testEngine()
    const { jobs } = bench.storage
    const order: string[] = []
    bench.deps.jobs = {
      ...jobs,
      async keepTicket(...kept) {
        // Whatever would be asked without waiting has arrived once these have been answered.
        for (const elsewhere of ['7', '8', '9']) await fetch(`${pictures.url}/pictures/${elsewhere}`)
        order.push(...pictures.polled)
        return jobs.keepTicket(...kept)
      },
    }
    const { jobId } = await bench.submit([model('polled', fakePollingProvider(pictures))])
    bench.run()
    expect(view(await bench.until(jobId, ended))).toMatchObject({ status: 'completed' })
    expect(order).toEqual(['7', '8', '9'])
    expect(pictures.polled).toEqual(['7', '8', '9', '0'])
  })

  test.each([
    ['fails', () => Promise.reject(new TypeError('bug'))],
    ['comes too late', () => Promise.resolve(false)],
  ])('that cannot be stored (%s) does not cost the picture', async (_, keepTicket) => {
    const pictures = await startFakePollingServer()
    onTestFinished(() => pictures.close())
    pictures.become('done')
    const bench = await testEngine()
    bench.deps.jobs = { ...bench.storage.jobs, keepTicket }
    const { jobId } = await bench.submit([model('polled', fakePollingProvider(pictures))])
    bench.run()
    expect(view(await bench.until(jobId, ended))).toMatchObject({ status: 'completed' })
  })

  test('says that work is under way: what then fails is not sent again, whatever the provider makes of it', async () => {
    const bench = await testEngine()
    let calls = 0
    const hasty = model('hasty', async (request) => {
      calls += 1
      await request.onTicket?.('t')
      if (calls === 1) throw new ProviderError('unavailable', 'Busy.', { didNoWork: true, retryAfterSeconds: 0 })
      return paints(request)
    })
    const { jobId } = await bench.submit([hasty])
    bench.run()
    expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({ error: { code: 'unavailable' } })
    expect(calls).toBe(1)
  })

  test('of a call whose model is gone when it is to be collected may have cost', async () => {
    const { bench, jobId, restart } = await startedRun()
    const { jobs } = bench.storage
    // The configuration is read anew between the two: the task is put back, and its model is not there when it is run.
    bench.deps.jobs = { ...jobs, claim: (...args) => ((bench.deps.models = new Map()), jobs.claim(...args)) }
    await restart()
    expect(view(await bench.until(jobId, ended)).results[0]).toMatchObject({
      error: { code: 'unavailable', message: expect.stringContaining('not configured') },
      costMicroUsd: 40_000,
      costCertain: false,
    })
  })
})
