import { describe, expect, test } from 'vitest'
import type { JobStore, TaskKey } from '../storage.ts'
import {
  allDue,
  claimedTask,
  failed,
  noon,
  painted,
  pendingTask,
  progressOf,
  sampleJob,
  sampleTerms,
  stopped,
} from './samples.ts'

const lease = { lease: 'mine', now: noon, leaseUntil: noon + 1000 }
const expiredAt = lease.leaseUntil

export function tickets(open: () => Promise<JobStore>) {
  const keep = (jobs: JobStore, task: TaskKey, call: number, ticket = `ticket ${call}`) =>
    jobs.keepTicket(task, { ...lease, call, ticket })

  /** A claimed task of which two calls were sent; `kept`: those that left a ticket. */
  async function sentTask(jobs: JobStore, kept: number[] = []): Promise<TaskKey> {
    const task = await claimedTask(jobs)
    for (const call of [0, 1]) await jobs.markDispatched(task, { ...lease, call })
    for (const call of kept) await keep(jobs, task, call)
    return task
  }

  const ticketsOf = async (jobs: JobStore, { jobId }: TaskKey) => (await jobs.find(jobId))?.tasks[0]?.tickets

  describe('tickets', () => {
    test('are told with the task, by call, however many; the version does not move', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs, sampleJob({ models: ['red', 'blue'] }))
      for (let call = 0; call < 12; call++) await jobs.markDispatched(task, { ...lease, call })
      const odd = `https://example.com/a?b="c"&d='e'\n`
      expect([await keep(jobs, task, 10), await keep(jobs, task, 0, odd), await keep(jobs, task, 2)]).toEqual([
        true,
        true,
        true,
      ])
      const job = await jobs.find(task.jobId)
      expect(job?.version).toBe(2)
      expect(job?.tasks.map((one) => one.tickets)).toEqual([
        [
          { call: 0, ticket: odd },
          { call: 2, ticket: 'ticket 2' },
          { call: 10, ticket: 'ticket 10' },
        ],
        [],
      ])
    })

    test('one that is kept again is no second one', async () => {
      const jobs = await open()
      const task = await sentTask(jobs, [1, 1])
      expect(await keep(jobs, task, 1, 'another')).toBe(true)
      expect(await ticketsOf(jobs, task)).toEqual([{ call: 1, ticket: 'another' }])
      expect(await jobs.requeue(task, { lease: 'mine', now: expiredAt })).toBe(false)
    })

    test('none is kept for a call that was not sent, under another lease, of another attempt, or after the end', async () => {
      const jobs = await open()
      const task = await sentTask(jobs)
      expect(await keep(jobs, task, 2)).toBe(false)
      expect(await jobs.keepTicket(task, { ...lease, lease: 'theirs', call: 0, ticket: 'x' })).toBe(false)
      expect(await keep(jobs, { ...task, attempt: 2 }, 0)).toBe(false)
      expect(await keep(jobs, await pendingTask(jobs), 0)).toBe(false)
      expect(await ticketsOf(jobs, task)).toEqual([])
      await jobs.finish(task, { ...lease, outcome: painted(noon) })
      expect(await keep(jobs, task, 0)).toBe(false)
    })

    test('a lease that ran out still keeps one as long as nobody has taken it', async () => {
      const jobs = await open()
      const task = await sentTask(jobs)
      expect(await jobs.keepTicket(task, { lease: 'mine', now: expiredAt + 1, call: 0, ticket: 'late' })).toBe(true)
      await jobs.expire(task, { ...lease, now: expiredAt, outcome: failed(noon, 'interrupted'), settleAt: noon })
      expect(await keep(jobs, task, 1)).toBe(false)
    })

    test('are counted for whoever sees to the expired lease', async () => {
      const jobs = await open()
      const task = await sentTask(jobs, [1])
      expect(await allDue(jobs, expiredAt)).toMatchObject([{ kind: 'expired', task, dispatched: 2, tickets: 1 }])
      await keep(jobs, task, 0)
      expect(await allDue(jobs, expiredAt)).toMatchObject([{ kind: 'expired', task, dispatched: 2, tickets: 2 }])
    })
  })

  describe('requeueing what left tickets', () => {
    test('when every call left one, the next runner finds them, and the marks go on from there', async () => {
      const jobs = await open()
      const task = await sentTask(jobs, [0, 1])
      expect(await jobs.requeue(task, { lease: 'mine', now: expiredAt })).toBe(true)
      const kept = [0, 1].map((call) => ({ call, ticket: `ticket ${call}` }))
      expect(await ticketsOf(jobs, task)).toEqual(kept)

      const next = { lease: 'next', now: expiredAt, leaseUntil: expiredAt + 1000 }
      expect((await jobs.claim(task, next))?.tasks[0]).toMatchObject({ tickets: kept })
      const mark = (call: number) => jobs.markDispatched(task, { ...next, call })
      expect([await mark(0), await mark(1), await mark(2)]).toEqual([false, false, true])
      expect(await jobs.requeue(task, { lease: 'next', now: next.leaseUntil })).toBe(false)
    })

    test('not when one of the calls left none', async () => {
      const jobs = await open()
      const task = await sentTask(jobs, [1])
      expect(await jobs.requeue(task, { lease: 'mine', now: expiredAt })).toBe(false)
      await keep(jobs, task, 0)
      expect(await jobs.requeue(task, { lease: 'mine', now: expiredAt })).toBe(true)
    })

    test('not when a cancel was asked for, or the job deleted', async () => {
      const jobs = await open()
      const [cancelled, deleted] = [await sentTask(jobs, [0, 1]), await sentTask(jobs, [0, 1])]
      await jobs.requestCancel(cancelled, { now: noon })
      await jobs.tombstone(deleted.jobId, { now: noon })
      for (const task of [cancelled, deleted]) {
        expect(await jobs.requeue(task, { lease: 'mine', now: expiredAt })).toBe(false)
      }
    })

    test('a cancel while it waits ends it as stopped: what was sent may have been charged', async () => {
      const jobs = await open()
      const task = await sentTask(jobs, [0, 1])
      await jobs.requeue(task, { lease: 'mine', now: expiredAt })
      expect(await jobs.requestCancel(task, { now: expiredAt + 1 })).toBe('cancelled')
      expect(progressOf(await jobs.find(task.jobId))).toEqual(stopped(expiredAt + 1))
    })

    test('what that has cost is not known when the price is not', async () => {
      const jobs = await open()
      const job = sampleJob()
      const task = await claimedTask(jobs, { ...job, tasks: job.tasks.map((one) => ({ ...one, priceMicroUsd: null })) })
      await jobs.markDispatched(task, { ...lease, call: 0 })
      await keep(jobs, task, 0)
      await jobs.requeue(task, { lease: 'mine', now: expiredAt })
      await jobs.requestCancel(task, { now: expiredAt })
      const cost = { costMicroUsd: null, costCertain: false }
      expect(progressOf(await jobs.find(task.jobId))).toEqual({ ...stopped(expiredAt), ...cost })
    })
  })

  describe('tickets go', () => {
    test('with the marks, when the task is given back', async () => {
      const jobs = await open()
      const task = await sentTask(jobs, [0, 1])
      await jobs.release(task, { ...lease, dueAt: noon, waited: true })
      expect(await ticketsOf(jobs, task)).toEqual([])
      await jobs.claim(task, lease)
      expect(await jobs.markDispatched(task, { ...lease, call: 0 })).toBe(true)
      expect(await allDue(jobs, expiredAt)).toMatchObject([{ dispatched: 1, tickets: 0 }])
    })

    test.each([
      ['with a result', (jobs: JobStore, task: TaskKey) => jobs.finish(task, { ...lease, outcome: failed(noon) })],
      [
        'with an expired lease',
        (jobs: JobStore, task: TaskKey) =>
          jobs.expire(task, { ...lease, now: expiredAt, outcome: failed(noon, 'interrupted'), settleAt: noon }),
      ],
      [
        'with a cancel while the task waits',
        async (jobs: JobStore, task: TaskKey) => {
          await jobs.requeue(task, { ...lease, now: expiredAt })
          await jobs.requestCancel(task, { now: expiredAt })
        },
      ],
    ])('%s, and a retry begins without', async (_, end) => {
      const jobs = await open()
      const task = await sentTask(jobs, [0, 1])
      await end(jobs, task)
      expect(await ticketsOf(jobs, task)).toEqual([])
      const retried = await jobs.openRetry(task, { now: expiredAt, terms: sampleTerms('red') })
      expect(retried?.tasks).toMatchObject([{ attempt: 2, tickets: [] }])
      const second = { ...task, attempt: 2 }
      const again = { lease: 'again', now: expiredAt, leaseUntil: expiredAt + 1 }
      await jobs.claim(second, again)
      expect(await jobs.markDispatched(second, { ...again, call: 0 })).toBe(true)
    })
  })
}
