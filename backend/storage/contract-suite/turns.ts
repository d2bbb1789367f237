import { describe, expect, test } from 'vitest'
import type { FullLane, JobStore } from '../storage.ts'
import { allDue, failed, noon, pendingTask, randomId, sampleJob, sampleTerms } from './samples.ts'

const later = noon + 100

export function turns(open: () => Promise<JobStore>) {
  type Wanted = { visitor: string; models: string[]; lane?: string; createdAt?: number }

  async function add(jobs: JobStore, wanted: Wanted): Promise<string> {
    const job = sampleJob(wanted)
    await jobs.create(job)
    return job.jobId
  }

  const order = async (jobs: JobStore, { now = later, limit = 100, full = [] as FullLane[] } = {}) =>
    (await jobs.due({ now, limit, full })).flatMap((due) => (due.kind === 'run' ? [due.task.model] : []))

  async function start(jobs: JobStore, jobId: string, ...models: string[]): Promise<void> {
    for (const model of models) {
      const started = await jobs.claim(
        { jobId, model, attempt: 1 },
        { lease: model, now: later, leaseUntil: noon + 1e6 },
      )
      expect(started).toBeDefined()
    }
  }

  describe('turns', () => {
    test('go round those who wait, so that a large job does not hold up a small one', async () => {
      const jobs = await open()
      await add(jobs, { visitor: 'ann', models: ['a1', 'a2', 'a3', 'a4'], createdAt: noon - 30 })
      await add(jobs, { visitor: 'bob', models: ['b1', 'b2'], createdAt: noon - 20 })
      await add(jobs, { visitor: 'cid', models: ['c1'], createdAt: noon - 10 })
      expect(await order(jobs)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4'])
      expect(await order(jobs, { limit: 4 })).toEqual(['a1', 'b1', 'c1', 'a2'])
    })

    test('are told with lane and visitor', async () => {
      const jobs = await open()
      const jobId = await add(jobs, { visitor: 'bob', models: ['b1'], lane: 'slow' })
      const task = { jobId, model: 'b1', attempt: 1 }
      expect(await allDue(jobs, later)).toEqual([{ kind: 'run', task, lane: 'slow', visitor: 'bob' }])
    })

    test('come later for whoever has tasks in the lane already', async () => {
      const jobs = await open()
      const jobId = await add(jobs, { visitor: 'ann', models: ['a1', 'a2', 'a3', 'a4'], createdAt: noon - 30 })
      await add(jobs, { visitor: 'bob', models: ['b1', 'b2', 'b3', 'b4'], createdAt: noon - 20 })
      await start(jobs, jobId, 'a1', 'a2')
      expect(await order(jobs)).toEqual(['b1', 'b2', 'a3', 'b3', 'a4', 'b4'])
      await jobs.finish({ jobId, model: 'a1', attempt: 1 }, { lease: 'a1', now: noon, outcome: failed(noon) })
      expect(await order(jobs)).toEqual(['b1', 'a3', 'b2', 'a4', 'b3', 'b4'])
    })

    test('are of one lane: what runs in another does not count', async () => {
      const jobs = await open()
      const jobId = await add(jobs, { visitor: 'ann', models: ['x1', 'x2'], lane: 'other', createdAt: noon - 30 })
      await start(jobs, jobId, 'x1', 'x2')
      await add(jobs, { visitor: 'ann', models: ['a1', 'a2'], createdAt: noon - 20 })
      await add(jobs, { visitor: 'bob', models: ['b1'], createdAt: noon - 10 })
      expect(await order(jobs)).toEqual(['a1', 'b1', 'a2'])
    })

    test("give each visitor's oldest first: by when it became due, by job, by place in the job", async () => {
      const jobs = await open()
      const second = { ...sampleJob(), createdAt: noon - 10 }
      await jobs.create({ ...second, tasks: [waitsUntil('a4', noon + 2), waitsUntil('a5', noon + 2)] })
      const first = { ...sampleJob(), createdAt: noon - 20 }
      await jobs.create({ ...first, tasks: [waitsUntil('a3', noon + 2), waitsUntil('a1', noon)] })
      await jobs.create({ ...sampleJob(), createdAt: noon - 5, tasks: [waitsUntil('a2', noon + 1)] })
      expect(await order(jobs)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5'])
    })

    test('of one number go by when a task became due, whoever asked first', async () => {
      const jobs = await open()
      await jobs.create({ ...sampleJob({ createdAt: noon - 20 }), tasks: [waitsUntil('a1', noon + 1)] })
      await jobs.create({ ...sampleJob({ createdAt: noon - 10, visitor: 'bob' }), tasks: [waitsUntil('b1', noon)] })
      expect(await order(jobs)).toEqual(['b1', 'a1'])
      expect(await order(jobs, { limit: 1 })).toEqual(['b1'])
    })

    test('a retry waits its turn in the lane of its own terms', async () => {
      const jobs = await open()
      const task = await pendingTask(jobs, sampleJob({ visitor: 'bob', models: ['b1'] }))
      await jobs.requestCancel(task, { now: noon })
      await add(jobs, { visitor: 'ann', models: ['a1', 'a2'], lane: 'other', createdAt: noon - 30 })
      await jobs.openRetry(task, { now: noon, terms: { ...sampleTerms('b1'), lane: 'other' } })
      expect(await order(jobs)).toEqual(['a1', 'b1', 'a2'])
    })
  })

  describe('full lanes', () => {
    test('are left out, however many wait in them', async () => {
      const jobs = await open()
      for (let n = 0; n < 30; n++) await add(jobs, { visitor: 'ann', models: ['a'], createdAt: noon + n })
      await add(jobs, { visitor: 'ann', models: ['slow'], lane: 'other', createdAt: noon + 99 })
      const full: FullLane[] = [
        { lane: 'sketch', visitors: 'all' },
        { lane: 'third', visitors: 'all' },
      ]
      expect(await order(jobs, { limit: 5, full })).toEqual(['slow'])
    })

    test('may have room for some: only those named have to wait, and only there', async () => {
      const jobs = await open()
      await add(jobs, { visitor: 'ann', models: ['a1', 'a2'], createdAt: noon - 30 })
      await add(jobs, { visitor: 'bob', models: ['b1', 'b2'], createdAt: noon - 20 })
      await add(jobs, { visitor: 'cid', models: ['c1'], createdAt: noon - 10 })
      await add(jobs, { visitor: 'ann', models: ['other'], lane: 'other', createdAt: noon - 5 })
      const full: FullLane[] = [{ lane: 'sketch', visitors: ['ann', 'cid'] }]
      expect(await order(jobs, { full })).toEqual(['b1', 'other', 'b2'])
      expect(await order(jobs, { full: [{ lane: 'sketch', visitors: [] }] })).toHaveLength(6)
    })
  })

  describe('places in the queue', () => {
    test('count those who come before, in the same lane', async () => {
      const jobs = await open()
      const ann = await add(jobs, { visitor: 'ann', models: ['a1', 'a2', 'a3'], createdAt: noon - 30 })
      const bob = await add(jobs, { visitor: 'bob', models: ['b1', 'b2'], createdAt: noon - 20 })
      const other = await add(jobs, { visitor: 'bob', models: ['b3'], lane: 'other', createdAt: noon - 10 })
      expect(await jobs.ahead(ann, { now: later })).toEqual(places({ a1: 0, a2: 2, a3: 4 }))
      expect(await jobs.ahead(bob, { now: later })).toEqual(places({ b1: 1, b2: 3 }))
      expect(await jobs.ahead(other, { now: later })).toEqual(places({ b3: 0 }))

      await start(jobs, ann, 'a1')
      expect(await jobs.ahead(ann, { now: later })).toEqual(places({ a2: 1, a3: 3 }))
      expect(await jobs.ahead(bob, { now: later })).toEqual(places({ b1: 0, b2: 2 }))
    })

    test('one job in several lanes has a place in each', async () => {
      const jobs = await open()
      await add(jobs, { visitor: 'bob', models: ['b1'], lane: 'other', createdAt: noon - 30 })
      const job = sampleJob({ models: ['a1', 'a2'], createdAt: noon - 20 })
      const inLane = job.tasks.map((task) => ({ ...task, lane: task.model === 'a1' ? 'other' : 'sketch' }))
      await jobs.create({ ...job, tasks: inLane })
      expect(await jobs.ahead(job.jobId, { now: later })).toEqual(places({ a1: 1, a2: 0 }))
    })

    test('are only of tasks that could run now, and only those count', async () => {
      const jobs = await open()
      await add(jobs, { visitor: 'bob', models: ['b1'], createdAt: later + 1 })
      const jobId = await add(jobs, { visitor: 'ann', models: ['a1'], createdAt: later })
      expect(await jobs.ahead(jobId, { now: later - 1 })).toEqual(new Map())
      expect(await jobs.ahead(jobId, { now: later + 5 })).toEqual(places({ a1: 0 }))
      await jobs.tombstone(jobId, { now: later })
      expect(await jobs.ahead(jobId, { now: later })).toEqual(new Map())
      expect(await jobs.ahead(randomId(), { now: later })).toEqual(new Map())
    })

    test('agree with the order in which tasks are due', async () => {
      const jobs = await open()
      const ids: string[] = []
      for (const [n, visitor] of ['ann', 'bob', 'ann', 'cid', 'bob', 'dan'].entries()) {
        const models = Array.from({ length: 1 + ((n * 2) % 5) }, (_, m) => `m${n}${m}`)
        ids.push(await add(jobs, { visitor, models, createdAt: noon + (n % 3) }))
      }
      await start(jobs, ids[2]!, 'm20', 'm22')
      const told = await Promise.all(ids.map((jobId) => jobs.ahead(jobId, { now: later })))
      const byPlace = told.flatMap((places) => [...places]).toSorted(([, a], [, b]) => a - b)
      expect(byPlace.map(([model]) => model)).toEqual(await order(jobs))
      expect(byPlace.map(([, place]) => place)).toEqual(byPlace.map((_, n) => n))
    })
  })
}

const waitsUntil = (model: string, dueAt: number) => ({
  ...sampleTerms(model),
  progress: { status: 'pending', dueAt, waited: true } as const,
})

const places = (byModel: Record<string, number>) => new Map(Object.entries(byModel))
