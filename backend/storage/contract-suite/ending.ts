import { describe, expect, test } from 'vitest'
import type { JobStore, TaskKey } from '../storage.ts'
import { claimedTask, failed, noon, painted, progressOf, sampleJob, sampleTerms, stopped } from './samples.ts'

const mine = { lease: 'mine', now: noon + 10 }
const expiredAt = noon + 1000
const ended = { lease: 'mine', now: expiredAt, settleAt: expiredAt }

export function ending(open: () => Promise<JobStore>) {
  /** A task whose lease ran out and that was ended as `interrupted`. */
  async function interruptedTask(jobs: JobStore): Promise<TaskKey> {
    const task = await claimedTask(jobs)
    await jobs.markDispatched(task, { ...mine, call: 0 })
    await jobs.expire(task, { ...ended, outcome: failed(expiredAt, 'interrupted') })
    return task
  }

  describe('releasing', () => {
    test('a released task waits until it is due again, remembers that it waited, and its marks are cleared', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.markDispatched(task, { ...mine, call: 0 })
      expect(await jobs.release(task, { ...mine, dueAt: noon + 500, waited: true })).toBe(true)

      const released = await jobs.find(task.jobId)
      expect(released).toMatchObject({ version: 3, updatedAt: mine.now })
      expect(progressOf(released)).toEqual({ status: 'pending', dueAt: noon + 500, waited: true })

      const again = { lease: 'again', now: noon + 500, leaseUntil: noon + 2000 }
      expect(await jobs.claim(task, { ...again, now: noon + 499 })).toBeUndefined()
      expect(progressOf(await jobs.claim(task, again))).toMatchObject({ status: 'in_progress', waited: true })
      expect(await jobs.markDispatched(task, { ...again, call: 0 })).toBe(true)
      expect(await jobs.finish(task, { ...mine, outcome: painted(noon) })).toBe(false)
    })

    test('only under the lease, only while in progress, and only of this attempt', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      const later = { dueAt: noon, waited: false }
      expect(await jobs.release(task, { ...mine, lease: 'theirs', ...later })).toBe(false)
      expect(await jobs.release({ ...task, attempt: 2 }, { ...mine, ...later })).toBe(false)
      expect(await jobs.release(task, { ...mine, ...later })).toBe(true)
      expect(await jobs.release(task, { ...mine, ...later })).toBe(false)
      expect((await jobs.find(task.jobId))?.version).toBe(3)
    })

    test('not when a cancel was asked for or the job deleted: its holder ends it instead', async () => {
      const jobs = await open()
      const [cancelled, deleted] = [await claimedTask(jobs), await claimedTask(jobs)]
      await jobs.requestCancel(cancelled, { now: noon })
      await jobs.tombstone(deleted.jobId, { now: noon })
      for (const task of [cancelled, deleted]) {
        expect(await jobs.release(task, { ...mine, dueAt: noon, waited: false })).toBe(false)
      }
      expect(await jobs.finish(cancelled, { ...mine, outcome: stopped(noon) })).toBe(true)
    })
  })

  describe('finishing', () => {
    test.each([painted(noon + 9, noon + 2), failed(noon + 9), stopped(noon + 9)])(
      'an end is kept as it was given and adds one to the version: $status',
      async (outcome) => {
        const jobs = await open()
        const task = await claimedTask(jobs)
        expect(await jobs.finish(task, { ...mine, outcome })).toBe(true)
        const job = await jobs.find(task.jobId)
        expect(job).toMatchObject({ version: 3, updatedAt: mine.now })
        expect(progressOf(job)).toEqual(outcome)
      },
    )

    test('no result is lost when 20 tasks end at the same moment', async () => {
      const jobs = await open()
      const job = sampleJob({ models: Array.from({ length: 20 }, (_, n) => `m${n}`) })
      await jobs.create(job)
      const finished = job.tasks.map(async ({ model }, n) => {
        const task = { jobId: job.jobId, model, attempt: 1 }
        await jobs.claim(task, { lease: model, now: noon, leaseUntil: expiredAt })
        return jobs.finish(task, { lease: model, now: noon + n, outcome: painted(noon + n) })
      })
      expect(await Promise.all(finished)).toEqual(job.tasks.map(() => true))
      const found = await jobs.find(job.jobId)
      expect(found?.version).toBe(41)
      expect(found?.tasks.map(({ progress }) => progress)).toMatchObject(
        job.tasks.map((_, n) => ({ status: 'completed', completedAt: noon + n })),
      )
    })

    test('an ended result is never replaced', async () => {
      const jobs = await open()
      for (const first of [painted(noon), failed(noon), stopped(noon)]) {
        const task = await claimedTask(jobs)
        await jobs.finish(task, { ...mine, outcome: first })
        for (const outcome of [painted(noon + 1), failed(noon + 1), stopped(noon + 1)]) {
          expect(await jobs.finish(task, { ...mine, outcome })).toBe(false)
        }
        expect(progressOf(await jobs.find(task.jobId))).toEqual(first)
      }
    })

    test('only under the lease, only when claimed, and only of this attempt', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      const outcome = painted(noon)
      expect(await jobs.finish(task, { ...mine, lease: 'theirs', outcome })).toBe(false)
      expect(await jobs.finish({ ...task, attempt: 2 }, { ...mine, outcome })).toBe(false)
      expect(await jobs.finish({ ...task, model: 'blue' }, { ...mine, outcome })).toBe(false)
      await jobs.release(task, { ...mine, dueAt: noon, waited: false })
      expect(await jobs.finish(task, { ...mine, outcome })).toBe(false)
      expect(progressOf(await jobs.find(task.jobId))?.status).toBe('pending')
    })

    test('a lease that ran out still holds the work as long as nobody has taken it', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      expect(await jobs.finish(task, { lease: 'mine', now: expiredAt + 1, outcome: painted(noon) })).toBe(true)
    })

    test('a result that was finished although a cancel was asked for counts', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.requestCancel(task, { now: noon })
      expect(await jobs.finish(task, { ...mine, outcome: painted(noon) })).toBe(true)
      expect(progressOf(await jobs.find(task.jobId))?.status).toBe('completed')
    })
  })

  describe('a late success', () => {
    test('replaces `interrupted` once, under the lease that was lost', async () => {
      const jobs = await open()
      const task = await interruptedTask(jobs)
      const late = painted(expiredAt + 5)
      expect(await jobs.finish(task, { lease: 'mine', now: expiredAt + 5, outcome: late })).toBe(true)
      expect(await jobs.finish(task, { lease: 'mine', now: expiredAt + 6, outcome: painted(noon) })).toBe(false)
      const job = await jobs.find(task.jobId)
      expect(job?.version).toBe(4)
      expect(progressOf(job)).toEqual(late)
    })

    test('no other late end replaces it, and no other lease', async () => {
      const jobs = await open()
      const task = await interruptedTask(jobs)
      expect(await jobs.finish(task, { ...mine, outcome: failed(noon) })).toBe(false)
      expect(await jobs.finish(task, { ...mine, outcome: stopped(noon) })).toBe(false)
      expect(await jobs.finish(task, { ...mine, lease: 'theirs', outcome: painted(noon) })).toBe(false)
      expect(progressOf(await jobs.find(task.jobId))).toMatchObject({ error: { code: 'interrupted' } })
    })

    test('replaces nothing once a retry has begun', async () => {
      const jobs = await open()
      const task = await interruptedTask(jobs)
      await jobs.openRetry(task, { now: expiredAt, terms: sampleTerms('red') })
      expect(await jobs.finish(task, { ...mine, outcome: painted(noon) })).toBe(false)
      expect(progressOf(await jobs.find(task.jobId))?.status).toBe('pending')
      const second = { ...task, attempt: 2 }
      await jobs.claim(second, { lease: 'again', now: expiredAt, leaseUntil: expiredAt + 1000 })
      expect(await jobs.markDispatched(second, { lease: 'again', now: expiredAt, call: 0 })).toBe(true)
    })

    test('replaces no `interrupted` that its own holder reported', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.finish(task, { ...mine, outcome: failed(noon, 'interrupted') })
      expect(await jobs.finish(task, { ...mine, outcome: painted(noon) })).toBe(false)
    })

    test('replaces no other end of an expired lease', async () => {
      const jobs = await open()
      for (const outcome of [stopped(expiredAt), failed(expiredAt, 'timeout')]) {
        const task = await claimedTask(jobs)
        await jobs.expire(task, { ...ended, outcome })
        expect(await jobs.finish(task, { ...mine, outcome: painted(noon) })).toBe(false)
      }
    })
  })
}
