import { describe, expect, test } from 'vitest'
import type { JobStore } from '../storage.ts'
import { claimedTask, failed, noon, painted, pendingTask, progressOf, sampleJob } from './samples.ts'

const lease = { lease: 'mine', now: noon, leaseUntil: noon + 1000 }

export function claiming(open: () => Promise<JobStore>) {
  describe('claiming', () => {
    test('a claim starts the task, adds one to the version and answers with the job', async () => {
      const jobs = await open()
      const job = sampleJob({ models: ['red', 'blue'] })
      await jobs.create(job)
      const now = noon + 5
      const claimed = await jobs.claim({ jobId: job.jobId, model: 'blue', attempt: 1 }, { ...lease, now })

      expect(claimed).toMatchObject({ version: 2, updatedAt: now })
      expect(progressOf(claimed, 'blue')).toEqual({
        status: 'in_progress',
        startedAt: now,
        waited: false,
        cancelRequested: false,
      })
      expect(progressOf(claimed, 'red')).toEqual({ status: 'pending', dueAt: noon, waited: false })
      expect(await jobs.find(job.jobId)).toEqual(claimed)
    })

    test('of 60 racing claims on 20 tasks each task has one winner, and the version counts exactly the winners', async () => {
      const jobs = await open()
      const job = sampleJob({ models: Array.from({ length: 20 }, (_, n) => `m${n}`) })
      await jobs.create(job)
      const claims = Array.from({ length: 60 }, async (_, n) => {
        const model = `m${n % 20}`
        const won = await jobs.claim({ jobId: job.jobId, model, attempt: 1 }, { ...lease, lease: `lease-${n}` })
        return won ? [model] : []
      })
      const winners = (await Promise.all(claims)).flat()
      expect(winners.toSorted()).toEqual(job.tasks.map(({ model }) => model).toSorted())
      expect((await jobs.find(job.jobId))?.version).toBe(21)
    })

    test.each([
      ['another attempt', { attempt: 2 }],
      ['an unknown model', { model: 'blue' }],
      ['an unknown job', { jobId: 'nobody-has-this-id-000' }],
    ])('a claim on %s loses', async (_, change) => {
      const jobs = await open()
      const task = await pendingTask(jobs)
      expect(await jobs.claim({ ...task, ...change }, lease)).toBeUndefined()
      expect((await jobs.find(task.jobId))?.version).toBe(1)
    })

    test('a task cannot be claimed before it is due', async () => {
      const jobs = await open()
      const task = await pendingTask(jobs)
      expect(await jobs.claim(task, { ...lease, now: noon - 1 })).toBeUndefined()
      expect(await jobs.claim(task, lease)).toBeDefined()
    })

    test('an ended task cannot be claimed', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.finish(task, { ...lease, outcome: failed(noon) })
      expect(await jobs.claim(task, lease)).toBeUndefined()
    })
  })

  describe('marking a call as dispatched', () => {
    test('each call is marked once, in order, and the version does not move', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      const mark = (call: number) => jobs.markDispatched(task, { ...lease, call })
      expect([await mark(1), await mark(0), await mark(0), await mark(2), await mark(1), await mark(1)]).toEqual([
        false,
        true,
        false,
        false,
        true,
        false,
      ])
      expect((await jobs.find(task.jobId))?.version).toBe(2)
    })

    test('of many callers with one lease, one may send', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      const marks = Array.from({ length: 20 }, () => jobs.markDispatched(task, { ...lease, call: 0 }))
      expect((await Promise.all(marks)).filter(Boolean)).toHaveLength(1)
    })

    test.each([
      ['under another lease', { lease: 'theirs' }],
      ['when the lease has run out', { now: lease.leaseUntil }],
    ])('not %s', async (_, change) => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      expect(await jobs.markDispatched(task, { ...lease, ...change, call: 0 })).toBe(false)
      expect(await jobs.markDispatched(task, { ...lease, call: 0 })).toBe(true)
    })

    test('not when a cancel was asked for, the job deleted, the task ended, or the attempt is another', async () => {
      const jobs = await open()
      const [cancelled, deleted, ended] = [await claimedTask(jobs), await claimedTask(jobs), await claimedTask(jobs)]
      await jobs.requestCancel(cancelled, { now: noon })
      await jobs.tombstone(deleted.jobId, { now: noon })
      await jobs.finish(ended, { ...lease, outcome: painted(noon) })
      const other = { ...(await claimedTask(jobs)), attempt: 2 }
      for (const task of [cancelled, deleted, ended, other]) {
        expect(await jobs.markDispatched(task, { ...lease, call: 0 })).toBe(false)
      }
    })
  })

  describe('how far a provider is', () => {
    const howFar = async (jobs: JobStore, jobId: string) => {
      const job = await jobs.find(jobId)
      return [job?.version, job?.tasks[0]?.progress]
    }

    test('is kept under the lease, moves the version, and is gone with the end', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.notePainted(task, { ...lease, painted: 0.25 })
      expect(await howFar(jobs, task.jobId)).toMatchObject([3, { status: 'in_progress', painted: 0.25 }])
      await jobs.notePainted(task, { ...lease, painted: 0.5 })
      expect(await howFar(jobs, task.jobId)).toMatchObject([4, { painted: 0.5 }])
      await jobs.release(task, { ...lease, dueAt: noon, waited: true })
      await jobs.claim(task, { ...lease, leaseUntil: noon + 9000 })
      expect((await howFar(jobs, task.jobId))[1]).not.toHaveProperty('painted')
    })

    test('is not taken from who has no lease, nor of another attempt or an ended task', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.notePainted(task, { ...lease, lease: 'theirs', painted: 0.5 })
      await jobs.notePainted({ ...task, attempt: 2 }, { ...lease, painted: 0.5 })
      await jobs.notePainted(task, { ...lease, now: lease.leaseUntil, painted: 0.5 })
      expect(await howFar(jobs, task.jobId)).toEqual([2, expect.not.objectContaining({ painted: 0.5 })])
      await jobs.finish(task, { ...lease, outcome: painted(noon) })
      await jobs.notePainted(task, { ...lease, painted: 0.5 })
      expect((await howFar(jobs, task.jobId))[0]).toBe(3)
    })
  })

  describe('heartbeats', () => {
    test('a heartbeat extends a running lease, and the version does not move', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      expect(await jobs.heartbeat(task, { ...lease, leaseUntil: noon + 5000 })).toBe('kept')
      expect(await jobs.markDispatched(task, { ...lease, now: noon + 4999, call: 0 })).toBe(true)
      expect((await jobs.find(task.jobId))?.version).toBe(2)
    })

    test('it tells, each time, that a cancel was asked for, and still extends the lease', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.requestCancel(task, { now: noon })
      expect(await jobs.heartbeat(task, { ...lease, leaseUntil: noon + 5000 })).toBe('cancel_requested')
      expect(await jobs.heartbeat(task, { ...lease, now: noon + 4999 })).toBe('cancel_requested')
    })

    test('a deleted job counts as cancelled', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.tombstone(task.jobId, { now: noon })
      expect(await jobs.heartbeat(task, lease)).toBe('cancel_requested')
    })

    test('it revives a lease that ran out and that nobody took', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      const late = { ...lease, now: lease.leaseUntil + 1, leaseUntil: lease.leaseUntil + 5000 }
      expect(await jobs.heartbeat(task, late)).toBe('kept')
      expect(await jobs.markDispatched(task, { ...late, call: 0 })).toBe(true)
    })

    test('it is lost when the lease is another, was taken, or was ended', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      expect(await jobs.heartbeat(task, { ...lease, lease: 'theirs' })).toBe('lost')
      expect(await jobs.heartbeat({ ...task, attempt: 2 }, lease)).toBe('lost')
      await jobs.finish(task, { ...lease, outcome: painted(noon) })
      expect(await jobs.heartbeat(task, lease)).toBe('lost')
    })
  })
}
