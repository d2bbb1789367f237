import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { noon } from '../contract-suite/samples.ts'
import { imageKey } from '../storage.ts'
import { openForTest, openInChild, temporaryFolder } from './test-storage.ts'

const imageOf = (jobId: string) => imageKey(jobId, { imageId: 'x', mediaType: 'image/png' })
const imageBytes = 300_000

const body = `
  for (;;) {
    const job = samples.sampleJob({ models: ['red', 'blue'] })
    const task = { jobId: job.jobId, model: 'red', attempt: 1 }
    const lease = { lease: 'mine', now: ${noon}, leaseUntil: ${noon + 1000} }
    await storage.jobs.create(job)
    const key = ports.imageKey(job.jobId, { imageId: 'x', mediaType: 'image/png' })
    await storage.images.put(key, new Uint8Array(${imageBytes}), 'image/png')
    await storage.jobs.claim(task, lease)
    await storage.jobs.finish(task, { ...lease, outcome: samples.painted(${noon}) })
    console.log(job.jobId)
  }`

test.each([1, 17, 40])('whatever was acknowledged survives a kill, here after %i jobs', async (jobsBeforeKill) => {
  const dataDir = temporaryFolder()
  const { child } = openInChild(dataDir, { body })
  const acknowledged: string[] = []
  for await (const jobId of createInterface({ input: child.stdout })) {
    acknowledged.push(jobId)
    if (acknowledged.length === jobsBeforeKill) child.kill('SIGKILL')
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(jobsBeforeKill)

  const { jobs, images } = openForTest(dataDir)
  for (const jobId of acknowledged) {
    expect((await jobs.find(jobId))?.tasks.map(({ progress }) => progress.status)).toEqual(['completed', 'pending'])
    expect((await images.read(imageOf(jobId)))?.bytes).toHaveLength(imageBytes)
  }
  // A job that was cut off half-way has a whole image or none.
  for (const jobId of readdirSync(join(dataDir, 'images')).filter((name) => !name.startsWith('.'))) {
    expect((await images.read(imageOf(jobId)))?.bytes.length ?? imageBytes).toBe(imageBytes)
  }
})
