import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { allDue, noon, progressOf } from '../contract-suite/samples.ts'
import { imageKey } from '../storage.ts'
import { openForTest, openInChild, temporaryFolder } from './test-storage.ts'

const imageOf = (jobId: string) => imageKey(jobId, { imageId: 'x', mediaType: 'image/png' })
const imageBytes = 300_000

// It stops by itself, so that a slow machine has no thousands to look at.
const often = 'for (let n = 0; n < 300; n++)'

const body = `
  ${often} {
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

test.each([1, 17, 40])(
  'whatever was acknowledged survives a kill, here after %i jobs',
  { timeout: 20_000 },
  async (jobsBeforeKill) => {
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
  },
)

const paidLife = `
  ${often} {
    const at = ${noon}
    const parts = [{ model: 'red', microUsd: 100 }]
    const { reservation } = await storage.ledger.reserve({ at, parts, budgets: { modelDailyMicroUsd: new Map() } })
    const job = samples.paidJob({ reservation })
    const task = { jobId: job.jobId, model: 'red', attempt: 1 }
    await storage.jobs.create(job)
    await storage.jobs.claim(task, { lease: 'mine', now: at, leaseUntil: at + 1000 })
    await storage.ledger.confirm({ reservation, model: 'red' })
    await storage.jobs.finish(task, { lease: 'mine', now: at, outcome: samples.painted(at) })
    const { costMicroUsd, costCertain, ...part } = await storage.jobs.bill(task)
    await storage.ledger.settle(part, { costMicroUsd, costCertain, at })
    await storage.jobs.markSettled(task)
    console.log(job.jobId)
  }`

test.each([3, 30])(
  'after a kill, jobs and ledger come to agree to the micro-dollar, here after %i jobs',
  { timeout: 20_000 },
  async (count) => {
    const dataDir = temporaryFolder()
    const { child } = openInChild(dataDir, { body: paidLife })
    let settled = 0
    for await (const _ of createInterface({ input: child.stdout })) if (++settled === count) child.kill('SIGKILL')

    const { jobs, ledger } = openForTest(dataDir)
    for (const due of await allDue(jobs, noon)) {
      if (due.kind !== 'unsettled') continue
      const { costMicroUsd, costCertain, ...part } = (await jobs.bill(due.task))!
      await ledger.settle(part, { costMicroUsd, costCertain, at: noon })
      await jobs.markSettled(due.task)
    }
    const open = await ledger.open({ before: noon + 1, limit: 5 })
    expect(open.length).toBeLessThan(2)
    for (const { jobId: _, ...part } of open)
      await ledger.settle(part, { costMicroUsd: 0, costCertain: true, at: noon })

    const { jobs: kept } = await jobs.list({ visitor: 'ann', limit: 1000 })
    const completed = kept.filter((job) => progressOf(job)?.status === 'completed').length
    expect(completed).toBeGreaterThanOrEqual(settled)
    const [sums] = await ledger.spend(noon)
    expect(sums).toMatchObject({ settledMicroUsd: completed * 40_000, correctedMicroUsd: completed * 39_900 })
    expect(sums!.reservedMicroUsd + sums!.correctedMicroUsd).toBe(sums!.settledMicroUsd + sums!.releasedMicroUsd)
  },
)
