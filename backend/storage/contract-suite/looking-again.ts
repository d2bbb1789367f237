import { describe, expect, test } from 'vitest'
import type { JobStore } from '../storage.ts'
import { claimedTask, failed, noon, painted, sampleTerms } from './samples.ts'

const all = { limit: 10, full: [] }

// A store that keeps an index of what is due has to move an entry that it has already looked at.
export function lookingAgain(open: () => Promise<JobStore>) {
  describe('a task that was looked at before it was due', () => {
    test('is due at once when it is given back', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      expect(await jobs.due({ now: noon, ...all })).toEqual([])
      await jobs.release(task, { lease: 'mine', now: noon + 1, dueAt: noon + 1, waited: false })
      expect(await jobs.due({ now: noon + 1, ...all })).toMatchObject([{ kind: 'run', task }])
    })

    test('is due at once when it has ended and is tried again', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.finish(task, { lease: 'mine', now: noon, outcome: failed(noon) })
      expect(await jobs.due({ now: noon, ...all })).toEqual([])
      await jobs.openRetry(task, { now: noon + 1, terms: sampleTerms('red') })
      expect(await jobs.due({ now: noon + 1, ...all })).toMatchObject([{ kind: 'run', task: { attempt: 2 } }])
    })

    test('expires later, not never, when its lease is extended', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.due({ now: noon, ...all })
      await jobs.heartbeat(task, { lease: 'mine', now: noon, leaseUntil: noon + 3000 })
      expect(await jobs.due({ now: noon + 2000, ...all })).toEqual([])
      expect(await jobs.due({ now: noon + 3000, ...all })).toMatchObject([{ kind: 'expired', task }])
    })

    test('is named until it has ended when its job is deleted', async () => {
      const jobs = await open()
      const task = await claimedTask(jobs)
      await jobs.due({ now: noon, ...all })
      await jobs.tombstone(task.jobId, { now: noon })
      expect(await jobs.due({ now: noon, ...all })).toMatchObject([{ kind: 'deleted', busy: true }])
      await jobs.finish(task, { lease: 'mine', now: noon, outcome: painted(noon) })
      expect(await jobs.due({ now: noon, ...all })).toMatchObject([{ kind: 'deleted', busy: false }])
    })
  })
}
