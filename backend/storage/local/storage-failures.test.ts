import { EventEmitter } from 'node:events'
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { noBudgets, reserved } from '../contract-suite/ledger/ledger-samples.ts'
import {
  claimedTask,
  failed,
  noon,
  painted,
  pendingTask,
  randomId,
  sampleJob,
  sampleTerms,
} from '../contract-suite/samples.ts'
import { imageKey, type JobStore, StorageUnavailable, type TaskKey } from '../storage.ts'
import { localHealth } from './health.ts'
import { sqliteJobs } from './job-store.ts'
import { sqliteLedger } from './ledger.ts'
import { openDatabase } from './open-database.ts'
import { sqliteSwitches } from './switches.ts'
import { openForTest, temporaryFolder } from './test-storage.ts'
import { translateFailure } from './translate-failure.ts'

function openForSurgery() {
  const file = join(temporaryFolder(), 'pixel-prompt.db')
  const db = openDatabase(file)
  onTestFinished(() => db.close())
  const health = localHealth(db, { probe: async () => {} })
  return {
    file,
    db,
    health,
    jobs: sqliteJobs(db, new EventEmitter()),
    ledger: sqliteLedger(db),
    switches: sqliteSwitches(db),
  }
}

const lease = { lease: 'mine', now: noon, leaseUntil: noon + 1000 }
const expired = { lease: 'mine', now: noon + 1000 }

const writes: Record<string, (jobs: JobStore, claimed: TaskKey, pending: TaskKey) => Promise<unknown>> = {
  create: (jobs) => jobs.create(sampleJob()),
  claim: (jobs, _, pending) => jobs.claim(pending, lease),
  markDispatched: (jobs, claimed) => jobs.markDispatched(claimed, { ...lease, call: 0 }),
  heartbeat: (jobs, claimed) => jobs.heartbeat(claimed, lease),
  release: (jobs, claimed) => jobs.release(claimed, { ...lease, dueAt: noon, waited: true }),
  finish: (jobs, claimed) => jobs.finish(claimed, { ...lease, outcome: painted(noon) }),
  requeue: (jobs, claimed) => jobs.requeue(claimed, expired),
  keepTicket: (jobs, claimed) => jobs.keepTicket(claimed, { ...lease, call: 0, ticket: 'ask again' }),
  expire: (jobs, claimed) => jobs.expire(claimed, { ...expired, outcome: failed(noon), settleAt: noon }),
  bill: (jobs, claimed) => jobs.bill(claimed),
  markSettled: (jobs, claimed) => jobs.markSettled(claimed),
  requestCancel: (jobs, claimed) => jobs.requestCancel(claimed, lease),
  tombstone: (jobs, claimed) => jobs.tombstone(claimed.jobId, lease),
  remove: (jobs, claimed) => jobs.remove(claimed.jobId, { now: noon }),
}

describe('a database that cannot be written', () => {
  test.each(Object.entries(writes))(
    '%s says what to do, changes nothing, and works when it can again',
    async (_, write) => {
      const { db, health, jobs } = openForSurgery()
      const [claimed, pending] = [await claimedTask(jobs), await pendingTask(jobs)]
      const before = await jobs.find(claimed.jobId)
      db.exec('pragma query_only = on')
      await expect(write(jobs, claimed, pending)).rejects.toBeInstanceOf(StorageUnavailable)
      await expect(write(jobs, claimed, pending)).rejects.toThrow('Writing in the data folder is not allowed. Give')
      expect(await health()).toMatchObject({ database: { ok: false, message: expect.stringContaining('not allowed') } })
      expect(await jobs.find(claimed.jobId)).toEqual(before)

      db.exec('pragma query_only = off')
      await write(jobs, claimed, pending)
      expect(await health()).toEqual({ database: { ok: true }, images: { ok: true } })
    },
  )

  test('promises and settles nothing, confirms nothing, switches nothing, and still tells what was spent', async () => {
    const { db, ledger, switches } = openForSurgery()
    const { red } = await reserved(ledger, { red: 100 }, { at: noon })
    const before = await ledger.spend(noon)
    const cost = { costMicroUsd: 1, costCertain: true, at: noon }
    db.exec('pragma query_only = on')
    for (const write of [
      () => ledger.reserve({ at: noon, parts: [{ model: 'red', microUsd: 1 }], budgets: noBudgets }),
      () => ledger.confirm(red!),
      () => ledger.settle(red!, cost),
      () => switches.set('red', { on: false, at: noon }),
    ]) {
      await expect(write()).rejects.toBeInstanceOf(StorageUnavailable)
    }
    expect(await ledger.spend(noon)).toEqual(before)
    db.exec('pragma query_only = off')
    expect(await ledger.settle(red!, cost)).toBe(true)
  })

  test('because it is full, says so, keeps no half of a job, still reads, and goes on when there is space', async () => {
    const { db, jobs } = openForSurgery()
    const kept = await pendingTask(jobs)
    db.exec('pragma max_page_count = 60')
    const job = sampleJob({ models: ['red', 'blue'], prompt: 'word '.repeat(200) })
    const filling = async () => {
      for (;;) await jobs.create({ ...job, jobId: randomId(), createdAt: noon + 1 })
    }
    await expect(filling()).rejects.toThrow('The disk that holds the data folder is full. Free some disk space.')
    await expect(jobs.create(job)).rejects.toBeInstanceOf(StorageUnavailable)
    expect(await jobs.find(job.jobId)).toBeUndefined()
    expect(await jobs.find(kept.jobId)).toBeDefined()

    db.exec('pragma max_page_count = 100000')
    expect(await jobs.create(job)).toMatchObject({ created: true })
  })

  test('because another program holds it', async () => {
    const { file, db, jobs } = openForSurgery()
    db.exec('pragma busy_timeout = 0')
    const other = new DatabaseSync(file)
    other.exec('begin immediate')
    await expect(jobs.create(sampleJob())).rejects.toThrow('Another program holds the database')
    other.close()
    expect(await jobs.create(sampleJob())).toMatchObject({ created: true })
  })

  test('a mistake of a caller is not taken for a failure of the disk, and leaves nothing behind', async () => {
    const { db, jobs } = openForSurgery()
    const job = sampleJob({ models: ['red', 'red'] })
    const failure = await jobs.create(job).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(failure).not.toBeInstanceOf(StorageUnavailable)
    expect(await jobs.find(job.jobId)).toBeUndefined()
    expect(db.isTransaction).toBe(false)
  })
})

test('a job that is not there after it was stored is a fault, not an answer', async () => {
  const { db, jobs } = openForSurgery()
  db.exec('create trigger hide after insert on jobs begin update jobs set deleted_at = 1 where seq = new.seq; end')
  await expect(jobs.create(sampleJob())).rejects.toThrow('is not found after it was stored')
})

test('a retry that cannot be written keeps neither half of it', async () => {
  const { db, jobs } = openForSurgery()
  const task = await pendingTask(jobs)
  await jobs.requestCancel(task, { now: noon })
  const before = await jobs.find(task.jobId)
  db.exec('pragma query_only = on')
  const retry = () => jobs.openRetry(task, { now: noon, terms: sampleTerms('red') })
  await expect(retry()).rejects.toBeInstanceOf(StorageUnavailable)
  expect(await jobs.find(task.jobId)).toEqual(before)
})

test('an image folder that is in the way is told by put, read and health', async () => {
  const dataDir = temporaryFolder()
  const { images, health } = openForTest(dataDir)
  renameSync(join(dataDir, 'images'), join(dataDir, 'elsewhere'))
  writeFileSync(join(dataDir, 'images'), '')
  const key = imageKey(randomId(), { imageId: 'x', mediaType: 'image/png' })
  await expect(images.put(key, Buffer.from('x'), 'image/png')).rejects.toBeInstanceOf(StorageUnavailable)
  await expect(images.read(key)).rejects.toThrow('missing or in the way')
  const message = expect.stringContaining('missing or in the way')
  expect(await health()).toEqual({ database: { ok: true }, images: { ok: false, message } })
})

test('a probe that fails for another reason is a fault, not bad health', async () => {
  const { db } = openForSurgery()
  const health = localHealth(db, { probe: () => Promise.reject(new TypeError('a mistake')) })
  await expect(health()).rejects.toThrow('a mistake')
})

test.each([
  ['ENOSPC', 'is full. Free some disk space.'],
  ['EDQUOT', 'is full. Free some disk space.'],
  ['EROFS', 'is not allowed'],
  ['EACCES', 'is not allowed'],
  ['EIO', 'Check the disk'],
  ['ENOENT', 'missing'],
  ['EMFILE', 'file handles'],
])('%s says what to do', (code, words) => {
  const cause = Object.assign(new Error('from the system'), { code })
  const failure = translateFailure(cause, 'the data folder')
  expect(failure).toBeInstanceOf(StorageUnavailable)
  expect(failure).toMatchObject({ cause, message: expect.stringContaining(words) })
})

test.each([new Error('plain'), Object.assign(new Error('other'), { code: 'ERR_OTHER' }), 'a string', undefined])(
  'what is no failure of the storage stays what it is: %s',
  (error) => expect(translateFailure(error, 'the data folder')).toBe(error),
)
