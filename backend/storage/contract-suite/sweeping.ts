import { describe, expect, test } from 'vitest'
import type { JobStore } from '../storage.ts'
import { claimedTask, failed, noon, painted, pendingTask, progressOf, sampleJob, sampleTerms } from './samples.ts'

const expiredAt = noon + 1000
const lost = { lease: 'mine', now: expiredAt }
const interrupted = failed(expiredAt, 'interrupted')

export function sweeping(open: () => Promise<JobStore>) {
  const all = { limit: 100, busyLanes: [] }

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
        expect(await jobs.due({ now: now + 1000, ...all })).toMatchObject([{ kind: 'expired', requeues: round }])
      }
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
      expect(await jobs.expire(task, { ...lost, outcome: interrupted })).toBe(true)
      expect(await jobs.expire(task, { ...lost, outcome: interrupted })).toBe(false)
      const job = await jobs.find(task.jobId)
      expect(job).toMatchObject({ version: 3, updatedAt: expiredAt })
      expect(progressOf(job)).toEqual(interrupted)
    })

    test('not before the lease has run out, not under another lease, not after a heartbeat', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      expect(await jobs.expire(task, { ...lost, now: expiredAt - 1, outcome: interrupted })).toBe(false)
      expect(await jobs.expire(task, { ...lost, lease: 'theirs', outcome: interrupted })).toBe(false)
      await jobs.heartbeat(task, { lease: 'mine', now: noon, leaseUntil: expiredAt + 1 })
      expect(await jobs.expire(task, { ...lost, outcome: interrupted })).toBe(false)
    })

    test('a task that has ended stays as it ended', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.finish(task, { lease: 'mine', now: noon, outcome: painted(noon) })
      expect(await jobs.expire(task, { ...lost, outcome: interrupted })).toBe(false)
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
        (await jobs.due({ now: noon + 50, limit, busyLanes: [] })).map((due) => due.kind === 'run' && due.task.model)
      expect(await models(10)).toEqual(['m1', 'm2', 'm3', 'm40'])
      expect(await models(2)).toEqual(['m1', 'm2'])
    })

    test('tasks of busy lanes are left out, however many wait before the others', async () => {
      const jobs = await open()
      for (let n = 0; n < 30; n++) await jobs.create(sampleJob({ createdAt: noon + n }))
      const job = sampleJob({ createdAt: noon + 99 })
      const slow = { ...sampleTerms('slow'), lane: 'other', progress: { ...pendingAt(noon + 99) } }
      await jobs.create({ ...job, tasks: [slow] })
      expect(await jobs.due({ now: noon + 100, limit: 5, busyLanes: ['sketch', 'third'] })).toEqual([
        { kind: 'run', task: { jobId: job.jobId, model: 'slow', attempt: 1 }, lane: 'other' },
      ])
    })

    test('what is claimed, ended, cancelled or of a deleted job is not to be run', async () => {
      const jobs = await open()
      await claimedTask(jobs)
      const ended = await claimedTask(jobs)
      await jobs.finish(ended, { lease: 'mine', now: noon, outcome: painted(noon) })
      await jobs.requestCancel(await pendingTask(jobs), { now: noon })
      await jobs.tombstone((await pendingTask(jobs)).jobId, { now: noon })
      expect((await jobs.due({ now: noon, ...all })).filter(({ kind }) => kind !== 'deleted')).toEqual([])
    })

    test('an expired lease is told with its marks, its requeues and whether a cancel was asked for', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      expect(await jobs.due({ now: expiredAt - 1, ...all })).toEqual([])
      const due = { kind: 'expired', task, lease: 'mine', dispatched: 0, requeues: 0, cancelRequested: false }
      expect(await jobs.due({ now: expiredAt, ...all })).toEqual([due])
      await jobs.markDispatched(task, { lease: 'mine', now: noon, call: 0 })
      await jobs.markDispatched(task, { lease: 'mine', now: noon, call: 1 })
      await jobs.requestCancel(task, { now: noon })
      expect(await jobs.due({ now: expiredAt, ...all })).toEqual([{ ...due, dispatched: 2, cancelRequested: true }])
    })

    test('expired and deleted ones come before pending ones, and count against the limit', async () => {
      const jobs = await open()
      await jobs.create(sampleJob({ createdAt: noon - 5 }))
      await claimedTask(jobs)
      await jobs.tombstone((await pendingTask(jobs)).jobId, { now: noon + 500 })
      const kinds = async (limit: number) =>
        (await jobs.due({ now: expiredAt, limit, busyLanes: [] })).map(({ kind }) => kind)
      expect((await kinds(2)).toSorted()).toEqual(['deleted', 'expired'])
      expect((await kinds(3)).at(-1)).toBe('run')
    })
  })
}

const pendingAt = (dueAt: number) => ({ status: 'pending', dueAt, waited: false }) as const
