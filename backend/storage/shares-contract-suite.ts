import { describe, expect, test } from 'vitest'
import { noon, sampleJob } from './contract-suite/samples.ts'
import type { ShareRecord, Shares } from './shares.ts'
import type { JobStore } from './storage.ts'

const bounds = { most: 2 }

/** What every Shares must do. `open` answers with stores of one storage, which it closes when the test is over. */
export function sharesContract(open: () => Promise<{ shares: Shares; jobs: JobStore }>) {
  async function withJob() {
    const stores = await open()
    const { jobId } = sampleJob()
    await stores.jobs.create(sampleJob({ jobId }))
    const sample = (shareId: string, over: Partial<ShareRecord> = {}): ShareRecord => ({
      shareId,
      jobId,
      createdAt: noon,
      expiresAt: noon + 1000,
      promptHidden: false,
      ...over,
    })
    return { ...stores, jobId, sample }
  }

  describe('shares', () => {
    test('are found as they were made, until they expire', async () => {
      const { shares, sample } = await withJob()
      const hidden = sample('one', { promptHidden: true })
      expect(await shares.create(hidden, bounds)).toBe(true)
      expect(await shares.find('one', { now: noon + 999 })).toEqual(hidden)
      expect(await shares.find('one', { now: noon + 1000 })).toBeUndefined()
      expect(await shares.find('two', { now: noon })).toBeUndefined()
    })

    test('of a job are listed, the newest first, without those that have expired', async () => {
      const { shares, jobs, jobId, sample } = await withJob()
      const other = sampleJob()
      await jobs.create(other)
      const [old, young] = [sample('old'), sample('young', { createdAt: noon + 1, expiresAt: noon + 2000 })]
      for (const share of [old, young, sample('other', { jobId: other.jobId })]) await shares.create(share, bounds)
      expect(await shares.list(jobId, { now: noon + 1 })).toEqual([young, old])
      expect(await shares.list(jobId, { now: noon + 1000 })).toEqual([young])
    })

    test('are bounded for each job, exactly; one that has expired makes room', async () => {
      const { shares, sample } = await withJob()
      const made = await Promise.all(['a', 'b', 'c', 'd'].map((id) => shares.create(sample(id), bounds)))
      expect(made.filter(Boolean)).toHaveLength(2)
      const later = sample('later', { createdAt: noon + 1000, expiresAt: noon + 5000 })
      expect(await shares.create(later, bounds)).toBe(true)
    })

    test('are gone when they are revoked, which one call does', async () => {
      const { shares, jobId, sample } = await withJob()
      await shares.create(sample('one'), bounds)
      expect([await shares.revoke('one'), await shares.revoke('one')]).toEqual([true, false])
      expect(await shares.find('one', { now: noon })).toBeUndefined()
      expect(await shares.list(jobId, { now: noon })).toEqual([])
    })

    test('go with their job, and none is made of a job that is not there', async () => {
      const { shares, jobs, jobId, sample } = await withJob()
      await shares.create(sample('one'), bounds)
      await jobs.tombstone(jobId, { now: noon })
      expect(await jobs.remove(jobId, { now: noon })).toBe(true)
      expect(await shares.find('one', { now: noon })).toBeUndefined()
      expect(await shares.create(sample('two'), bounds)).toBe(false)
    })
  })
}
