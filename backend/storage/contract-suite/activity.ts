import { describe, expect, test } from 'vitest'
import type { TaskError } from '../../../contract/task-error.ts'
import type { JobStore } from '../storage.ts'
import { claimedTask, failed, noon, painted, pendingTask, sampleJob, stopped } from './samples.ts'

const at = { now: noon + 60_000, since: noon }

export function activity(open: () => Promise<JobStore>) {
  const fail = async (jobs: JobStore, model: string, completedAt: number, code?: TaskError['code']) =>
    jobs.finish(await claimedTask(jobs, sampleJob({ models: [model] })), {
      lease: 'mine',
      now: completedAt,
      outcome: failed(completedAt, code),
    })

  describe('activity', () => {
    test('of an empty store is none', async () => {
      const jobs = await open()
      expect(await jobs.activity(at)).toEqual({ pending: 0, running: 0, faults: [] })
    })

    test('tells how many wait, since when the first of them could run, and how many run', async () => {
      const jobs = await open()
      await claimedTask(jobs, sampleJob({ models: ['red', 'blue', 'green'], createdAt: noon - 5 }))
      await claimedTask(jobs, sampleJob({ createdAt: noon - 99 }))
      await pendingTask(jobs, sampleJob({ createdAt: at.now + 1 }))
      await jobs.tombstone((await pendingTask(jobs, sampleJob({ createdAt: noon - 50 }))).jobId, { now: noon })
      expect(await jobs.activity(at)).toEqual({ pending: 3, running: 2, waitingSince: noon - 5, faults: [] })
    })

    test('nobody has waited who is not due yet', async () => {
      const jobs = await open()
      await pendingTask(jobs, sampleJob({ createdAt: at.now + 1 }))
      expect(await jobs.activity(at)).toEqual({ pending: 1, running: 0, faults: [] })
    })

    test('counts the errors since then by model and code, and nothing else', async () => {
      const jobs = await open()
      await fail(jobs, 'red', noon - 1)
      await fail(jobs, 'red', noon)
      await fail(jobs, 'red', noon + 1)
      await fail(jobs, 'red', noon + 2, 'timeout')
      await fail(jobs, 'blue', noon + 3, 'timeout')
      for (const outcome of [painted(noon), stopped(noon)]) {
        await jobs.finish(await claimedTask(jobs), { lease: 'mine', now: noon, outcome })
      }
      const { faults } = await jobs.activity(at)
      expect(faults.toSorted((a, b) => `${a.model} ${a.code}`.localeCompare(`${b.model} ${b.code}`))).toEqual([
        { model: 'blue', code: 'timeout', count: 1 },
        { model: 'red', code: 'timeout', count: 1 },
        { model: 'red', code: 'unavailable', count: 2 },
      ])
    })

    test('counts a lease that ran out as the error that it came to', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      const now = noon + 1000
      await jobs.expire(task, { lease: 'mine', now, outcome: failed(now, 'interrupted'), settleAt: now })
      expect(await jobs.activity(at)).toEqual({
        pending: 0,
        running: 0,
        faults: [{ model: 'red', code: 'interrupted', count: 1 }],
      })
    })
  })
}
