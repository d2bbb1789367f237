import { describe, expect, test } from 'vitest'
import type { JobStore, Outcome } from '../storage.ts'
import { allDue, failed, noon, painted, paidTerms, randomId, sampleImage, sampleJob, sampleTerms } from './samples.ts'

export function creating(open: () => Promise<JobStore>) {
  describe('creating and finding', () => {
    test('a job is found as it was stored, at version 1, its tasks in order and at attempt 1', async () => {
      const jobs = await open()
      const { tasks, ...job } = sampleJob({ models: ['red', 'green', 'blue'], requestHash: 'h1' })
      const created = await jobs.create({ ...job, tasks })

      const stored = {
        ...job,
        version: 1,
        updatedAt: job.createdAt,
        earlier: [],
        tasks: tasks.map((task) => ({ ...task, attempt: 1, tickets: [] })),
      }
      expect(created).toEqual({ created: true, job: stored })
      expect(await jobs.find(job.jobId)).toEqual(stored)
    })

    test('what was left out stays left out', async () => {
      const jobs = await open()
      const job = sampleJob()
      await jobs.create(job)
      expect(await jobs.find(job.jobId)).not.toHaveProperty('requestHash')
    })

    test('every text survives: several scripts, quotes, newlines, and what looks like markup or code', async () => {
      const jobs = await open()
      const prompt = `“Ünï”\n\t日本語 👩‍🚀 'quoted' "twice" \\ %_* <b> $.path ; drop table jobs --`
      const job = sampleJob({ prompt, parameters: { seed: 0, negativePrompt: prompt, guidance: 7.5 } })
      await jobs.create(job)
      expect(await jobs.find(job.jobId)).toMatchObject({ prompt, parameters: job.parameters })
    })

    test('a second job with the same id changes nothing and is answered with the first', async () => {
      const jobs = await open()
      const first = sampleJob()
      await jobs.create(first)
      const again = await jobs.create({ ...sampleJob({ prompt: 'another' }), jobId: first.jobId })
      expect(again).toEqual({ created: false, job: await jobs.find(first.jobId) })
      expect(again.job?.prompt).toBe(first.prompt)
    })

    test('of many callers with one id, one creates', async () => {
      const jobs = await open()
      const job = sampleJob()
      const answers = await Promise.all(Array.from({ length: 20 }, () => jobs.create(job)))
      expect(answers.filter(({ created }) => created)).toHaveLength(1)
      expect(answers.every((answer) => answer.job?.jobId === job.jobId)).toBe(true)
    })

    test('the id of a deleted job stays taken', async () => {
      const jobs = await open()
      const job = sampleJob()
      await jobs.create(job)
      await jobs.tombstone(job.jobId, { now: noon })
      expect(await jobs.create(job)).toEqual({ created: false, job: undefined })
      expect(await jobs.find(job.jobId)).toBeUndefined()
    })

    test('a task may be born ended, and can then neither be claimed nor is it due', async () => {
      const jobs = await open()
      const job = sampleJob()
      const retired = { ...sampleTerms('old'), progress: failed(noon, 'retired_model') }
      await jobs.create({ ...job, tasks: [...job.tasks, retired] })
      expect((await jobs.find(job.jobId))?.tasks[1]).toEqual({ ...retired, attempt: 1, tickets: [] })

      const task = { jobId: job.jobId, model: 'old', attempt: 1 }
      expect(await jobs.claim(task, { lease: 'mine', now: noon, leaseUntil: noon + 1000 })).toBeUndefined()
      expect(await allDue(jobs, noon)).toEqual([
        { kind: 'run', task: { ...task, model: 'red' }, lane: 'sketch', visitor: 'ann' },
      ])
    })

    test('a task that is born ended owes nothing', async () => {
      const jobs = await open()
      const job = sampleJob()
      await jobs.create({ ...job, tasks: [{ ...paidTerms('old', 'first'), progress: failed(noon, 'retired_model') }] })
      const task = { jobId: job.jobId, model: 'old', attempt: 1 }
      expect(await jobs.owes(task, 'first')).toBe(false)
      expect(await jobs.bill(task)).toBeUndefined()
      expect(await allDue(jobs, noon + 1e9)).toEqual([])
    })

    test('an unknown job is not found', async () => {
      const jobs = await open()
      expect(await jobs.find(randomId())).toBeUndefined()
    })

    test('the largest job, 20 models with 4 images each and the longest texts, stays below 128 kB as JSON', async () => {
      const jobs = await open()
      const models = Array.from({ length: 20 }, (_, n) => `model-${n}-${'x'.repeat(68)}`)
      const prompt = '画'.repeat(1000)
      const job = sampleJob({ models, prompt, parameters: { seed: 1, negativePrompt: prompt, imagesPerModel: 4 } })
      await jobs.create(job)
      const outcome: Outcome = {
        ...painted(noon + 1),
        status: 'completed',
        startedAt: noon,
        images: [sampleImage(1), sampleImage(2), sampleImage(3), sampleImage(4)],
        revisedPrompt: 'x'.repeat(1000),
      }
      for (const model of models) {
        const task = { jobId: job.jobId, model, attempt: 1 }
        await jobs.claim(task, { lease: 'mine', now: noon, leaseUntil: noon + 1000 })
        expect(await jobs.finish(task, { lease: 'mine', now: noon + 1, outcome })).toBe(true)
      }
      const record = await jobs.find(job.jobId)
      expect(Buffer.byteLength(JSON.stringify(record))).toBeLessThan(128_000)
    })
  })
}
