import { describe, expect, test } from 'vitest'
import type { JobStore } from '../storage.ts'
import {
  allDue,
  claimedTask,
  failed,
  noon,
  paidJob,
  painted,
  pendingTask,
  progressOf,
  sampleJob,
  sampleTerms,
} from './samples.ts'

const expiredAt = noon + 1000
const lost = { lease: 'mine', now: expiredAt }
const interrupted = failed(expiredAt, 'interrupted')
const end = { outcome: interrupted, settleAt: expiredAt }

export function sweeping(open: () => Promise<JobStore>) {
  describe('requeueing', () => {
    test('work that was not dispatched goes back, at once due, and can be claimed by another', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      expect(await jobs.requeue(task, lost)).toBe(true)
      const job = await jobs.find(task.jobId)
      expect(job).toMatchObject({ version: 3, updatedAt: expiredAt })
      expect(progressOf(job)).toEqual({ status: 'pending', dueAt: expiredAt, waited: false })
      expect(await jobs.finish(task, { ...lost, outcome: painted(noon) })).toBe(false)
      expect(await jobs.claim(task, { ...lost, lease: 'theirs', leaseUntil: expiredAt + 1000 })).toBeDefined()
    })

    test('requeues are counted until the attempt ends', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      for (const round of [1, 2]) {
        const now = noon + round * 1000
        await jobs.requeue(task, { lease: 'mine', now })
        await jobs.claim(task, { lease: 'mine', now, leaseUntil: now + 1000 })
        expect(await allDue(jobs, now + 1000)).toMatchObject([{ kind: 'expired', requeues: round }])
      }
      await jobs.expire(task, { lease: 'mine', ...end, now: noon + 3000 })
      await jobs.openRetry(task, { now: noon + 3000, terms: sampleTerms('red') })
      await jobs.claim({ ...task, attempt: 2 }, { lease: 'mine', now: noon + 3000, leaseUntil: noon + 4000 })
      expect(await allDue(jobs, noon + 4000)).toMatchObject([{ kind: 'expired', requeues: 0 }])
    })

    test('not before the lease has run out, not under another lease, not twice', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      expect(await jobs.requeue(task, { ...lost, now: expiredAt - 1 })).toBe(false)
      expect(await jobs.requeue(task, { ...lost, lease: 'theirs' })).toBe(false)
      expect(await jobs.requeue(task, lost)).toBe(true)
      expect(await jobs.requeue(task, lost)).toBe(false)
      expect((await jobs.find(task.jobId))?.version).toBe(3)
    })

    test('not when a call was dispatched, a cancel asked for, or the job deleted', async () => {
      const jobs = await open()
      const [sent, cancelled, deleted] = [await claimedTask(jobs), await claimedTask(jobs), await claimedTask(jobs)]
      await jobs.markDispatched(sent, { lease: 'mine', now: noon, call: 0 })
      await jobs.requestCancel(cancelled, { now: noon })
      await jobs.tombstone(deleted.jobId, { now: noon })
      for (const task of [sent, cancelled, deleted]) expect(await jobs.requeue(task, lost)).toBe(false)
    })
  })

  describe('expiring', () => {
    test('an expired lease ends as given, once', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.markDispatched(task, { lease: 'mine', now: noon, call: 0 })
      expect(await jobs.expire(task, { ...lost, ...end })).toBe(true)
      expect(await jobs.expire(task, { ...lost, ...end })).toBe(false)
      const job = await jobs.find(task.jobId)
      expect(job).toMatchObject({ version: 3, updatedAt: expiredAt })
      expect(progressOf(job)).toEqual(interrupted)
    })

    test('not before the lease has run out, not under another lease, not after a heartbeat', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      expect(await jobs.expire(task, { ...lost, ...end, now: expiredAt - 1 })).toBe(false)
      expect(await jobs.expire(task, { ...lost, ...end, lease: 'theirs' })).toBe(false)
      await jobs.heartbeat(task, { lease: 'mine', now: noon, leaseUntil: expiredAt + 1 })
      expect(await jobs.expire(task, { ...lost, ...end })).toBe(false)
    })

    test('a task that has ended stays as it ended', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.finish(task, { lease: 'mine', now: noon, outcome: painted(noon) })
      expect(await jobs.expire(task, { ...lost, ...end })).toBe(false)
    })
  })

  describe('what is due', () => {
    test('pending tasks that are due, those that were due first before the others, up to the limit', async () => {
      const jobs = await open()
      for (const [createdAt, dueAt] of [3, 1, 2, 100, 40].map((ms, n) => [noon + n, noon + ms] as const)) {
        const job = sampleJob({ createdAt })
        await jobs.create({ ...job, tasks: [{ ...sampleTerms(`m${dueAt - noon}`), progress: pendingAt(dueAt) }] })
      }
      const models = async (limit: number) =>
        (await jobs.due({ now: noon + 50, limit, full: [] })).map((due) => due.kind === 'run' && due.task.model)
      expect(await models(10)).toEqual(['m1', 'm2', 'm3', 'm40'])
      expect(await models(2)).toEqual(['m1', 'm2'])
    })

    test('what would be due in a minute or more is due at once: the clock has been set back since', async () => {
      const jobs = await open()
      const task = await pendingTask(jobs)
      const due = async (now: number) => (await jobs.due({ now, limit: 10, full: [] })).length
      expect([await due(noon - 1), await due(noon - 60_000), await due(noon - 60_001)]).toEqual([0, 0, 1])
      expect((await jobs.ahead(task.jobId, { now: noon - 60_001 })).get(task.model)).toBe(0)
      const lease = { lease: 'mine', now: noon - 60_001, leaseUntil: noon }
      expect(await jobs.claim(task, lease)).toBeDefined()
    })

    test('what is claimed, ended, cancelled or of a deleted job is not to be run', async () => {
      const jobs = await open()
      await claimedTask(jobs)
      const ended = await claimedTask(jobs)
      await jobs.finish(ended, { lease: 'mine', now: noon, outcome: painted(noon) })
      await jobs.requestCancel(await pendingTask(jobs), { now: noon })
      await jobs.tombstone((await pendingTask(jobs)).jobId, { now: noon })
      expect((await allDue(jobs, noon)).filter(({ kind }) => kind !== 'deleted')).toEqual([])
    })

    test('an expired lease is told with its marks, its requeues and whether a cancel was asked for', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      expect(await allDue(jobs, expiredAt - 1)).toEqual([])
      const due = {
        kind: 'expired',
        task,
        lease: 'mine',
        dispatched: 0,
        tickets: 0,
        requeues: 0,
        cancelRequested: false,
      }
      expect(await allDue(jobs, expiredAt)).toEqual([due])
      await jobs.markDispatched(task, { lease: 'mine', now: noon, call: 0 })
      await jobs.markDispatched(task, { lease: 'mine', now: noon, call: 1 })
      await jobs.requestCancel(task, { now: noon })
      expect(await allDue(jobs, expiredAt)).toEqual([{ ...due, dispatched: 2, cancelRequested: true }])
    })

    test('expired, unsettled and deleted ones come before pending ones, and count against the limit', async () => {
      const jobs = await open()
      const kinds = async (limit: number) =>
        (await jobs.due({ now: expiredAt, limit, full: [] })).map(({ kind }) => kind)
      await jobs.create(sampleJob({ createdAt: noon - 5 }))
      await jobs.tombstone((await pendingTask(jobs)).jobId, { now: noon - 4 })
      await jobs.requestCancel(await pendingTask(jobs, paidJob()), { now: noon - 3 })
      await claimedTask(jobs)
      expect(await kinds(100)).toEqual(['expired', 'unsettled', 'deleted', 'run'])
      expect(await kinds(4)).toEqual(['expired', 'unsettled', 'deleted', 'run'])
      expect(await kinds(3)).toEqual(['expired', 'unsettled', 'deleted'])
      expect(await kinds(1)).toEqual(['expired'])
    })

    test('what cannot be seen to at the moment, however much, does not keep the rest out', async () => {
      const jobs = await open()
      for (let n = 0; n < 20; n++) {
        await jobs.requestCancel(await pendingTask(jobs, paidJob()), { now: noon })
        await jobs.tombstone((await claimedTask(jobs)).jobId, { now: noon })
      }
      for (let n = 0; n < 20; n++) await jobs.create(sampleJob())
      for (const limit of [8, 32]) {
        const due = await jobs.due({ now: noon, limit, full: [] })
        expect(due).toHaveLength(limit)
        for (const kind of ['unsettled', 'deleted', 'run']) {
          expect(due.filter((one) => one.kind === kind).length).toBeGreaterThanOrEqual(limit / 4)
        }
      }
      expect(await allDue(jobs, noon)).toHaveLength(60)
    })
  })
}

const pendingAt = (dueAt: number) => ({ status: 'pending', dueAt, waited: false }) as const
