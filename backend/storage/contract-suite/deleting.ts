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
  randomId,
  sampleJob,
} from './samples.ts'

const mine = { lease: 'mine', now: noon }
const at = { now: noon + 20 }

export function deleting(open: () => Promise<JobStore>) {
  describe('deleting', () => {
    test('a deleted job is not found, not listed and cannot be claimed from that moment on', async () => {
      const jobs = await open()
      const task = await pendingTask(jobs)
      expect(await jobs.tombstone(task.jobId, at)).toBe(true)
      expect(await jobs.find(task.jobId)).toBeUndefined()
      expect(await jobs.claim(task, { ...mine, ...at, leaseUntil: noon + 1000 })).toBeUndefined()
      expect(await allDue(jobs, at.now)).toEqual([{ kind: 'deleted', jobId: task.jobId, busy: false }])
      for (const query of [{}, { q: 'lighthouse' }, { model: 'red' }]) {
        expect(await jobs.list({ visitor: 'ann', limit: 10, ...query })).toEqual({ jobs: [] })
      }
    })

    test('of many deletions one did it; an unknown job cannot be deleted', async () => {
      const jobs = await open()
      const { jobId } = await pendingTask(jobs)
      const deletions = await Promise.all(Array.from({ length: 10 }, () => jobs.tombstone(jobId, at)))
      expect(deletions.filter(Boolean)).toHaveLength(1)
      expect(await jobs.tombstone(randomId(), at)).toBe(false)
    })

    test('it is due, the first deleted first, until it is removed', async () => {
      const jobs = await open()
      const [first, second] = [await pendingTask(jobs), await pendingTask(jobs)]
      await jobs.tombstone(second.jobId, { now: noon + 30 })
      await jobs.tombstone(first.jobId, { now: noon + 20 })
      expect(await allDue(jobs, noon)).toEqual([
        { kind: 'deleted', jobId: first.jobId, busy: false },
        { kind: 'deleted', jobId: second.jobId, busy: false },
      ])
      expect(await jobs.remove(first.jobId, at)).toBe(true)
      expect(await allDue(jobs, noon)).toMatchObject([{ jobId: second.jobId }])
    })

    test('only a deleted job is removed, and once', async () => {
      const jobs = await open()
      const { jobId } = await pendingTask(jobs)
      expect(await jobs.remove(jobId, at)).toBe(false)
      await jobs.tombstone(jobId, at)
      expect([await jobs.remove(jobId, at), await jobs.remove(jobId, at)]).toEqual([true, false])
    })

    test('for a day nothing can be made under the id of a removed job; then it is due once more, and forgotten', async () => {
      const jobs = await open()
      const job = sampleJob({ models: ['red', 'blue'] })
      await jobs.create(job)
      await jobs.tombstone(job.jobId, at)
      await jobs.remove(job.jobId, at)
      const day = 86_400_000
      const almost = { now: at.now + day - 1 }
      expect(await allDue(jobs, almost.now)).toEqual([])
      expect(await jobs.remove(job.jobId, almost)).toBe(false)
      expect(await jobs.create(job)).toEqual({ created: false, job: undefined })

      const later = { now: at.now + day }
      expect(await allDue(jobs, later.now)).toEqual([{ kind: 'deleted', jobId: job.jobId, busy: false }])
      expect([await jobs.remove(job.jobId, later), await jobs.remove(job.jobId, later)]).toEqual([true, false])
      expect(await allDue(jobs, later.now)).toEqual([])
      expect(await jobs.create(job)).toMatchObject({ created: true, job: { version: 1 } })
      expect((await jobs.list({ visitor: 'ann', limit: 10, q: 'light' })).jobs).toHaveLength(1)
    })

    test('it stays while a task is in progress, and goes when that task has ended unseen', async () => {
      const jobs = await open()
      for (const outcome of [painted(noon), failed(noon)]) {
        const task = await claimedTask(jobs)
        await jobs.tombstone(task.jobId, at)
        expect(await jobs.remove(task.jobId, at)).toBe(false)
        expect(await allDue(jobs, noon)).toEqual([{ kind: 'deleted', jobId: task.jobId, busy: true }])

        expect(await jobs.finish(task, { ...mine, outcome })).toBe(false)
        expect(await jobs.find(task.jobId)).toBeUndefined()
        expect(await allDue(jobs, noon)).toMatchObject([{ busy: false }])
        expect(await jobs.remove(task.jobId, at)).toBe(true)
      }
    })

    test('a task whose runner died is due as expired and cancelled, and can be ended', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.tombstone(task.jobId, at)
      const now = noon + 1000
      expect(await allDue(jobs, now)).toContainEqual(
        expect.objectContaining({ kind: 'expired', task, lease: 'mine', cancelRequested: true }),
      )
      expect(await jobs.expire(task, { lease: 'mine', now, outcome: failed(now, 'interrupted'), settleAt: now })).toBe(
        true,
      )
      expect(await jobs.remove(task.jobId, at)).toBe(true)
    })

    test('what was paid for and not begun ends without cost, and owes that to the ledger', async () => {
      const jobs = await open()
      const job = paidJob({ models: ['red', 'blue'] })
      const task = await claimedTask(jobs, job)
      const pending = { ...task, model: 'blue' }
      await jobs.tombstone(job.jobId, at)
      expect(await allDue(jobs, at.now)).toEqual([
        { kind: 'unsettled', task: pending },
        { kind: 'deleted', jobId: job.jobId, busy: true },
      ])
      expect(await jobs.owes(pending, 'first')).toBe(true)
      const bill = { reservation: 'first', model: 'blue', costMicroUsd: 0, costCertain: true }
      expect(await jobs.bill(pending)).toEqual(bill)
      await jobs.markSettled(pending)
      expect(await jobs.owes(pending, 'first')).toBe(false)
      expect(await jobs.owes(task, 'first')).toBe(true)
    })

    test('what a call that was sent may have cost is owed, although the task waits', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs, paidJob())
      await jobs.markDispatched(task, { ...mine, call: 0 })
      await jobs.keepTicket(task, { ...mine, call: 0, ticket: 'ask again' })
      await jobs.requeue(task, { lease: 'mine', now: noon + 1000 })
      await jobs.tombstone(task.jobId, { now: noon + 1001 })
      expect(await jobs.bill(task)).toMatchObject({ costMicroUsd: 40_000, costCertain: false })
    })

    test('it stays until all of it is settled', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs, paidJob())
      await jobs.tombstone(task.jobId, at)
      await jobs.finish(task, { ...mine, outcome: painted(noon) })
      expect(await allDue(jobs, at.now)).toContainEqual({ kind: 'deleted', jobId: task.jobId, busy: true })
      expect(await jobs.remove(task.jobId, at)).toBe(false)
      await jobs.bill(task)
      expect(await jobs.remove(task.jobId, at)).toBe(false)
      await jobs.markSettled(task)
      expect(await allDue(jobs, at.now)).toEqual([{ kind: 'deleted', jobId: task.jobId, busy: false }])
      expect(await jobs.remove(task.jobId, at)).toBe(true)
      expect(await jobs.owes(task, 'first')).toBe(false)
    })

    test('a deletion ends the tasks of its own job only', async () => {
      const jobs = await open()
      const [deleted, other] = [await pendingTask(jobs), await pendingTask(jobs)]
      await jobs.tombstone(deleted.jobId, at)
      expect(progressOf(await jobs.find(other.jobId))?.status).toBe('pending')
    })
  })
}
