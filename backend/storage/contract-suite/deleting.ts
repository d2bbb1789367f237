import { describe, expect, test } from 'vitest'
import type { JobStore } from '../storage.ts'
import { claimedTask, failed, noon, painted, pendingTask, randomId, sampleJob } from './samples.ts'

const mine = { lease: 'mine', now: noon }
const at = { now: noon + 20 }
const all = { limit: 100, busyLanes: [] }

export function deleting(open: () => Promise<JobStore>) {
  describe('deleting', () => {
    test('a deleted job is not found, not listed and cannot be claimed from that moment on', async () => {
      const jobs = await open()
      const task = await pendingTask(jobs)
      expect(await jobs.tombstone(task.jobId, at)).toBe(true)
      expect(await jobs.find(task.jobId)).toBeUndefined()
      expect(await jobs.claim(task, { ...mine, ...at, leaseUntil: noon + 1000 })).toBeUndefined()
      expect(await jobs.due({ ...at, ...all })).toEqual([{ kind: 'deleted', jobId: task.jobId, running: false }])
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
      expect(await jobs.due({ now: noon, ...all })).toEqual([
        { kind: 'deleted', jobId: first.jobId, running: false },
        { kind: 'deleted', jobId: second.jobId, running: false },
      ])
      expect(await jobs.remove(first.jobId)).toBe(true)
      expect(await jobs.due({ now: noon, ...all })).toMatchObject([{ jobId: second.jobId }])
    })

    test('only a deleted job is removed, and once', async () => {
      const jobs = await open()
      const { jobId } = await pendingTask(jobs)
      expect(await jobs.remove(jobId)).toBe(false)
      await jobs.tombstone(jobId, at)
      expect([await jobs.remove(jobId), await jobs.remove(jobId)]).toEqual([true, false])
    })

    test('a removed job is forgotten: its id can be used again', async () => {
      const jobs = await open()
      const job = sampleJob({ models: ['red', 'blue'] })
      await jobs.create(job)
      await jobs.tombstone(job.jobId, at)
      await jobs.remove(job.jobId)
      expect(await jobs.create(job)).toMatchObject({ created: true, job: { version: 1 } })
      expect((await jobs.list({ visitor: 'ann', limit: 10, q: 'light' })).jobs).toHaveLength(1)
    })

    test('it stays while a task is in progress, and goes when that task has ended unseen', async () => {
      const jobs = await open()
      for (const outcome of [painted(noon), failed(noon)]) {
        const task = await claimedTask(jobs)
        await jobs.tombstone(task.jobId, at)
        expect(await jobs.remove(task.jobId)).toBe(false)
        expect(await jobs.due({ now: noon, ...all })).toEqual([{ kind: 'deleted', jobId: task.jobId, running: true }])

        expect(await jobs.finish(task, { ...mine, outcome })).toBe(false)
        expect(await jobs.find(task.jobId)).toBeUndefined()
        expect(await jobs.due({ now: noon, ...all })).toMatchObject([{ running: false }])
        expect(await jobs.remove(task.jobId)).toBe(true)
      }
    })

    test('a task whose runner died is due as expired and cancelled, and can be ended', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.tombstone(task.jobId, at)
      const now = noon + 1000
      expect(await jobs.due({ now, ...all })).toContainEqual(
        expect.objectContaining({ kind: 'expired', task, lease: 'mine', cancelRequested: true }),
      )
      expect(await jobs.expire(task, { lease: 'mine', now, outcome: failed(now, 'interrupted') })).toBe(true)
      expect(await jobs.remove(task.jobId)).toBe(true)
    })
  })
}
