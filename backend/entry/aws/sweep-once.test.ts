import { describe, expect, test } from 'vitest'
import { fakeClock, hasStatus, model, testEngine, view } from '../../jobs/test-engine.ts'
import { sampleJob } from '../../storage/contract-suite/samples.ts'
import { StorageUnavailable, type TaskKey } from '../../storage/storage.ts'
import { sweepOnce } from './sweep-once.ts'

const a = model('a')
const firstOf = ({ jobId }: { jobId: string }): TaskKey => ({ jobId, model: 'a', attempt: 1 })

/** An engine that does not run, a queue with `waiting` messages that keeps what it is sent, and a clock that stands still. */
async function testSweep({ waiting = 0 } = {}) {
  const clock = fakeClock()
  const bench = await testEngine({ clock })
  const sent: (TaskKey & { taker: string; at: number })[] = []
  const queue = {
    depth: async () => waiting + sent.length,
    sendAt: async (task: TaskKey, { taker, at }: { taker: string; at: number }) =>
      void sent.push({ ...task, taker, at }),
  }
  return {
    bench,
    clock,
    sent,
    sweep: (until = clock.now() + 45_000) => sweepOnce(bench.deps, queue, { until }),
    /** Its runner dies after `calls` calls were sent. */
    async abandon(task: TaskKey, { calls }: { calls: number }) {
      const lease = { lease: 'dead', now: clock.now() }
      await bench.storage.jobs.claim(task, { ...lease, leaseUntil: clock.now() + 1 })
      for (let call = 0; call < calls; call += 1) await bench.storage.jobs.markDispatched(task, { ...lease, call })
      clock.advance(1)
    },
  }
}

/** More free ones than the sweeper is told of at once, by their ids. */
async function manyJobs({ storage }: Awaited<ReturnType<typeof testEngine>>, createdAt: number): Promise<string[]> {
  const jobs = Array.from({ length: 120 }, () => sampleJob({ models: ['a'], createdAt }))
  for (const job of jobs) await storage.jobs.create(job)
  return jobs.map(({ jobId }) => jobId)
}

test('a due task that has lost its message gets another, as its visitor', async () => {
  const { bench, clock, sent, sweep } = await testSweep()
  const job = await bench.submit([a])
  await sweep()
  expect(sent).toEqual([{ ...firstOf(job), taker: 'v', at: clock.now() }])
})

test('what a dead runner had not sent is to run again; what it had sent ends, and is not paid for twice', async () => {
  const { bench, sweep, abandon } = await testSweep()
  const [unsent, dispatched] = [await bench.submit([a]), await bench.submit([a])]
  await abandon(firstOf(unsent), { calls: 0 })
  await abandon(firstOf(dispatched), { calls: 1 })
  await sweep()
  const [again, ended] = await Promise.all([unsent, dispatched].map(({ jobId }) => bench.storage.jobs.find(jobId)))
  expect(again && hasStatus('pending')(again)).toBe(true)
  expect(ended && view(ended).results[0]).toMatchObject({ status: 'error', error: { code: 'interrupted' } })
})

test('however much was deleted, nothing of it is left after one round', async () => {
  const { bench, clock, sweep } = await testSweep()
  for (const jobId of await manyJobs(bench, clock.now()))
    await bench.storage.jobs.tombstone(jobId, { now: clock.now() })
  await sweep()
  expect(await bench.storage.jobs.due({ now: clock.now(), limit: 100, full: [] })).toEqual([])
})

test('nothing is begun when the time is over', async () => {
  const { bench, clock, sent, sweep } = await testSweep()
  await bench.submit([a])
  await sweep(clock.now())
  expect(sent).toEqual([])
})

test('what cannot be settled is counted, keeps nothing else from being seen to, and is settled by the next round', async () => {
  const { bench, clock, sweep, abandon } = await testSweep()
  const lost = await bench.submit([a])
  await abandon(firstOf(lost), { calls: 1 })
  await sweep()
  clock.advance(2 * bench.deps.taskTimeoutMs)
  const deleted = await bench.submit([a])
  await bench.storage.jobs.tombstone(deleted.jobId, { now: clock.now() })

  const { settle } = bench.deps.ledger
  let asked = 0
  bench.deps.ledger = {
    ...bench.storage.ledger,
    settle: () => {
      asked += 1
      return Promise.reject(new StorageUnavailable('Away. Try again.'))
    },
  }
  expect(await sweep()).toEqual({ unsettled: 2 })
  expect(asked).toBe(2)

  bench.deps.ledger = { ...bench.storage.ledger, settle }
  expect(await sweep()).toEqual({ unsettled: 0 })
  expect(await bench.money()).toMatchObject({ settled: 40_000, released: 40_000, open: 0 })
})

test('money that was promised for a run that was never stored is given back', async () => {
  const { bench, clock, sweep } = await testSweep()
  const parts = [{ model: 'a', microUsd: 40_000 }]
  const budgets = { modelDailyMicroUsd: new Map<string, number>() }
  await bench.storage.ledger.reserve({ at: clock.now(), jobId: 'A'.repeat(22), parts, budgets })
  await sweep()
  expect(await bench.money()).toMatchObject({ open: 40_000 })
  clock.advance(11 * 60_000)
  await sweep()
  expect(await bench.money()).toMatchObject({ released: 40_000, open: 0 })
})

describe('is looked at once in a round, however much it is:', () => {
  type Sweep = Awaited<ReturnType<typeof testSweep>>
  const deleteAll = async ({ bench, clock }: Sweep, jobIds: readonly string[]) => {
    for (const jobId of jobIds) await bench.storage.jobs.tombstone(jobId, { now: clock.now() })
  }

  test.each<[string, (swept: Sweep, jobIds: readonly string[]) => Promise<void>]>([
    ['what waits for its message to be taken', async () => {}],
    [
      'what is deleted and yet busy',
      async (swept, jobIds) => {
        const lease = { lease: 'mine', now: swept.clock.now(), leaseUntil: swept.clock.now() + 600_000 }
        for (const jobId of jobIds) await swept.bench.storage.jobs.claim(firstOf({ jobId }), lease)
        await deleteAll(swept, jobIds)
      },
    ],
    [
      'what cannot be removed',
      async (swept, jobIds) => {
        await deleteAll(swept, jobIds)
        const removeAll = () => Promise.reject(new StorageUnavailable('Away. Try again.'))
        swept.bench.deps.images = { ...swept.bench.storage.images, removeAll }
      },
    ],
  ])('%s', async (_, prepare) => {
    const swept = await testSweep({ waiting: 120 })
    const { bench, clock } = swept
    await prepare(swept, await manyJobs(bench, clock.now()))
    let looks = 0
    bench.deps.jobs = {
      ...bench.storage.jobs,
      due(query) {
        looks += 1
        clock.advance(1000)
        return bench.storage.jobs.due(query)
      },
    }
    await swept.sweep()
    expect(looks).toBe(1)
  })
})
