import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { reserved } from '../contract-suite/ledger/ledger-samples.ts'
import { allDue, noon, pendingTask } from '../contract-suite/samples.ts'
import { imageKey, StorageUnavailable } from '../storage.ts'
import { openLocalStorage } from './open-local-storage.ts'
import { openForTest, openInChild, temporaryFolder } from './test-storage.ts'

describe('opening a data folder', () => {
  test('makes it when it is missing, for its owner alone', () => {
    const dataDir = join(temporaryFolder(), 'a', 'b')
    openForTest(dataDir)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  })

  test('finds everything that an earlier server kept', async () => {
    const dataDir = temporaryFolder()
    const first = openLocalStorage({ dataDir })
    const { jobId } = await pendingTask(first.jobs)
    await reserved(first.ledger, { red: 40_000 }, { at: noon, jobId })
    const spend = await first.ledger.spend(noon)
    const key = imageKey(jobId, { imageId: 'kept', mediaType: 'image/png' })
    await first.images.put(key, Buffer.from('bytes'), 'image/png')
    const job = await first.jobs.find(jobId)
    first.close()

    const second = openForTest(dataDir)
    expect(await second.jobs.find(jobId)).toEqual(job)
    const [listed] = (await second.jobs.list({ visitor: 'ann', limit: 5, q: 'lighthouse' })).jobs
    expect(listed).toEqual({ ...job, cursor: expect.any(String) })
    expect((await second.images.read(key))?.bytes.toString()).toBe('bytes')
    expect(await second.ledger.spend(noon)).toEqual(spend)
    expect(await second.ledger.open({ before: noon + 1, limit: 5 })).toMatchObject([{ model: 'red', jobId }])
  })

  test('gives up the leases of the server before it: their tasks are due at once', async () => {
    const dataDir = temporaryFolder()
    const first = openLocalStorage({ dataDir })
    const task = await pendingTask(first.jobs)
    await first.jobs.claim(task, { lease: 'mine', now: noon, leaseUntil: noon + 1e9 })
    first.close()

    const { jobs } = openForTest(dataDir)
    expect(await allDue(jobs, noon)).toMatchObject([{ kind: 'expired', task, lease: 'mine' }])
    expect(await jobs.requeue(task, { lease: 'mine', now: noon })).toBe(true)
  })
})

describe('a second server on a data folder', () => {
  const sentence = /Another server is already running on the data folder .+ choose another DATA_DIR/u

  test('is refused in the same process, until the first has closed', () => {
    const dataDir = temporaryFolder()
    const first = openLocalStorage({ dataDir })
    expect(() => openLocalStorage({ dataDir })).toThrow(StorageUnavailable)
    expect(() => openLocalStorage({ dataDir })).toThrow(sentence)
    first.close()
    openForTest(dataDir)
  })

  test('is refused in another process', async () => {
    const dataDir = temporaryFolder()
    openForTest(dataDir)
    expect(await openInChild(dataDir).errors).toMatch(sentence)
  })

  test('may start when the first was killed', async () => {
    const dataDir = temporaryFolder()
    // Nothing refers to the storage when garbage is collected; the folder is the server's all the same.
    const before = `
      const { setFlagsFromString } = await import('node:v8')
      const { runInNewContext } = await import('node:vm')
      setFlagsFromString('--expose-gc')
      const collectGarbage = runInNewContext('gc')`
    const body = `
      setImmediate(() => {
        collectGarbage()
        console.log('open')
      })
      setInterval(() => {}, 1000)`
    const { child } = openInChild(dataDir, { before, body })
    await once(child.stdout, 'data')
    expect(() => openLocalStorage({ dataDir })).toThrow(sentence)
    child.kill('SIGKILL')
    await once(child, 'close')
    openForTest(dataDir)
  })
})

describe('a data folder that cannot be used', () => {
  // Root may write everywhere; the user 65534, nobody, may not.
  const asNobody = process.getuid?.() === 0 ? 'process.setgid(65534); process.setuid(65534)' : ''

  test('because a file is in its place', () => {
    const dataDir = join(temporaryFolder(), 'file')
    writeFileSync(dataDir, '')
    expect(() => openLocalStorage({ dataDir })).toThrow(StorageUnavailable)
    expect(() => openLocalStorage({ dataDir })).toThrow(`${dataDir} is missing or in the way`)
  })

  test.each(['lock.db', 'pixel-prompt.db'])('because a folder stands where %s belongs', (name) => {
    const dataDir = temporaryFolder()
    mkdirSync(join(dataDir, name))
    expect(() => openLocalStorage({ dataDir })).toThrow(StorageUnavailable)
    expect(() => openLocalStorage({ dataDir })).toThrow(dataDir)
  })

  test('because its lock is damaged', () => {
    const dataDir = temporaryFolder()
    writeFileSync(join(dataDir, 'lock.db'), 'not a database'.repeat(100))
    expect(() => openLocalStorage({ dataDir })).toThrow(`${dataDir} is damaged`)
  })

  test('because it may not be written', async () => {
    const dataDir = temporaryFolder()
    openLocalStorage({ dataDir }).close()
    readOnly(dataDir)
    expect(await openInChild(dataDir, { before: asNobody }).errors).toMatch(notAllowed)
  })

  test('because it cannot be made', async () => {
    const dataDir = temporaryFolder()
    readOnly(dataDir)
    expect(await openInChild(join(dataDir, 'new'), { before: asNobody }).errors).toMatch(notAllowed)
  })

  test('because the database in it may not be written', async () => {
    const dataDir = temporaryFolder()
    openLocalStorage({ dataDir }).close()
    readOnly(dataDir)
    chmodSync(dataDir, 0o777)
    expect(await openInChild(dataDir, { before: asNobody }).errors).toMatch(notAllowed)
  })
})

const notAllowed = /StorageUnavailable: Writing in .+ is not allowed\. Give this server's user the right/u

function readOnly(folder: string): void {
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o555)
  chmodSync(folder, 0o555)
  onTestFinished(() => chmodSync(folder, 0o755))
}

test('in a folder that others may enter, the database and its lock are for their owner alone', () => {
  const dataDir = temporaryFolder()
  chmodSync(dataDir, 0o755)
  const storage = openLocalStorage({ dataDir })
  onTestFinished(() => storage.close())
  const open = readdirSync(dataDir).filter(
    (name) => /\.db/u.test(name) && (statSync(join(dataDir, name)).mode & 0o077) !== 0,
  )
  expect(open).toEqual([])
  expect(storage.wereOpen).toEqual([])
})

test('a database that others could read is closed to them, and that it was open is told', () => {
  const dataDir = temporaryFolder()
  openLocalStorage({ dataDir }).close()
  chmodSync(join(dataDir, 'pixel-prompt.db'), 0o644)
  expect(openForTest(dataDir).wereOpen).toEqual(['pixel-prompt.db'])
  expect(statSync(join(dataDir, 'pixel-prompt.db')).mode & 0o077).toBe(0)
})
