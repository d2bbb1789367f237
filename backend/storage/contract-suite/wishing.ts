import { describe, expect, test } from 'vitest'
import type { JobStore } from '../storage.ts'
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

const mine = { lease: 'mine', now: noon }
const at = { now: noon + 20 }

export function wishing(open: () => Promise<JobStore>) {
  describe('asking to cancel', () => {
    test('a pending task is cancelled at once, without cost, and can no longer be claimed', async () => {
      const jobs = await open()
      const task = await pendingTask(jobs)
      expect(await jobs.requestCancel(task, at)).toBe('cancelled')
      const job = await jobs.find(task.jobId)
      expect(job).toMatchObject({ version: 2, updatedAt: at.now })
      expect(progressOf(job)).toEqual({
        status: 'cancelled',
        outcome: 'not_started',
        completedAt: at.now,
        costMicroUsd: 0,
        costCertain: true,
      })
      expect(await jobs.claim(task, { ...mine, now: at.now, leaseUntil: noon + 1000 })).toBeUndefined()
      expect(await jobs.requestCancel(task, at)).toBe('ended')
    })

    test('a running task goes on until its runner hears of it; the version does not move', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      expect([await jobs.requestCancel(task, at), await jobs.requestCancel(task, at)]).toEqual([
        'requested',
        'requested',
      ])
      const job = await jobs.find(task.jobId)
      expect(job?.version).toBe(2)
      expect(progressOf(job)).toMatchObject({ status: 'in_progress', cancelRequested: true })
    })

    test('what has ended, was deleted, is of another attempt or does not exist is past cancelling', async () => {
      const jobs = await open()
      const ended = await claimedTask(jobs)
      await jobs.finish(ended, { ...mine, outcome: painted(noon) })
      const deleted = await pendingTask(jobs)
      await jobs.tombstone(deleted.jobId, at)
      const pending = await pendingTask(jobs)
      for (const task of [ended, deleted, { ...pending, attempt: 2 }, { ...pending, model: 'blue' }]) {
        expect(await jobs.requestCancel(task, at)).toBe('ended')
      }
      expect((await jobs.find(ended.jobId))?.version).toBe(3)
    })

    test('a claim and a cancel at the same moment: one comes first, and both agree which', async () => {
      const jobs = await open()
      const task = await pendingTask(jobs)
      const [claimed, cancelled] = await Promise.all([
        jobs.claim(task, { ...mine, leaseUntil: noon + 1000 }),
        jobs.requestCancel(task, at),
      ])
      expect(cancelled).toBe(claimed ? 'requested' : 'cancelled')
    })

    test('the request dies with the attempt', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.requestCancel(task, at)
      await jobs.finish(task, { ...mine, outcome: stopped(noon) })
      await jobs.openRetry(task, { ...at, terms: sampleTerms('red') })
      const second = { ...task, attempt: 2 }
      const lease = { ...mine, ...at, leaseUntil: noon + 1000 }
      expect(progressOf(await jobs.claim(second, lease))).toMatchObject({ cancelRequested: false })
      expect(await jobs.heartbeat(second, lease)).toBe('kept')
    })
  })

  describe('opening a retry', () => {
    test.each([failed(noon), stopped(noon), failed(noon, 'interrupted')])(
      'an end without success becomes pending at the next attempt and joins the earlier ones: $status',
      async (outcome) => {
        const jobs = await open()
        const task = await claimedTask(jobs)
        await jobs.markDispatched(task, { ...mine, call: 0 })
        await jobs.finish(task, { ...mine, outcome })
        const terms = { ...sampleTerms('red'), name: 'Red 2', lane: 'other', requested: 2, priceMicroUsd: null }
        const job = await jobs.openRetry(task, { ...at, terms })

        expect(job).toMatchObject({ version: 4, updatedAt: at.now })
        expect(job?.tasks).toEqual([
          { ...terms, attempt: 2, progress: { status: 'pending', dueAt: at.now, waited: false }, tickets: [] },
        ])
        expect(job?.earlier).toEqual([{ ...sampleTerms('red'), attempt: 1, progress: outcome }])
        expect(await jobs.find(task.jobId)).toEqual(job)
        const second = { ...task, attempt: 2 }
        expect(await allDue(jobs, at.now)).toEqual([{ kind: 'run', task: second, lane: 'other', visitor: 'ann' }])
        await jobs.claim(second, { ...mine, ...at, leaseUntil: noon + 1000 })
        expect(await jobs.markDispatched(second, { ...mine, call: 0 })).toBe(true)
      },
    )

    test('every attempt is kept, oldest first', async () => {
      const jobs = await open()
      const job = sampleJob({ models: ['red', 'blue'] })
      await jobs.create(job)
      const ends: [string, number][] = [
        ['blue', 1],
        ['red', 1],
        ['blue', 2],
      ]
      for (const [model, attempt] of ends) {
        const task = { jobId: job.jobId, model, attempt }
        await jobs.requestCancel(task, at)
        await jobs.openRetry(task, { ...at, terms: sampleTerms(model) })
      }
      const { earlier, tasks } = (await jobs.find(job.jobId)) ?? {}
      expect(earlier?.map(({ model, attempt }) => [model, attempt])).toEqual(ends)
      expect(tasks?.map(({ model, attempt }) => [model, attempt])).toEqual([
        ['red', 2],
        ['blue', 3],
      ])
    })

    test('what completed, is pending or is running cannot be retried', async () => {
      const jobs = await open()
      const completed = await claimedTask(jobs)
      await jobs.finish(completed, { ...mine, outcome: painted(noon) })
      for (const task of [completed, await claimedTask(jobs), await pendingTask(jobs)]) {
        const before = await jobs.find(task.jobId)
        expect(await jobs.openRetry(task, { ...at, terms: sampleTerms('red') })).toBeUndefined()
        expect(await jobs.find(task.jobId)).toEqual(before)
      }
    })

    test('of many retries of one attempt, one is opened', async () => {
      const jobs = await open()
      const task = await pendingTask(jobs)
      await jobs.requestCancel(task, at)
      const retries = Array.from({ length: 10 }, () => jobs.openRetry(task, { ...at, terms: sampleTerms('red') }))
      expect((await Promise.all(retries)).filter(Boolean)).toHaveLength(1)
      expect(await jobs.find(task.jobId)).toMatchObject({ version: 3, earlier: [{ attempt: 1 }] })
    })

    test('a deleted job cannot be retried', async () => {
      const jobs = await open()
      const task = await pendingTask(jobs)
      await jobs.requestCancel(task, at)
      await jobs.tombstone(task.jobId, at)
      expect(await jobs.openRetry(task, { ...at, terms: sampleTerms('red') })).toBeUndefined()
    })
  })
}
