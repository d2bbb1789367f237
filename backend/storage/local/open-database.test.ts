import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { allDue, failed, noon, paidTerms, progressOf, sampleJob } from '../contract-suite/samples.ts'
import { StorageUnavailable } from '../storage.ts'
import { openLocalStorage } from './open-local-storage.ts'
import { schemaVersion } from './schema.ts'
import { openForTest, temporaryFolder } from './test-storage.ts'

const damages: [string, (file: string) => void, RegExp][] = [
  ['is none', (file) => writeFileSync(file, 'not a database'.repeat(1000)), /is damaged or not a database/u],
  ['was cut off', (file) => truncateSync(file, 20_000), /is damaged/u],
  ['has damaged pages', (file) => writeFileSync(file, readFileSync(file).fill(0xa5, 8192, 40_000)), /is damaged/u],
  ['is newer', (file) => execute(file, 'pragma user_version = 99'), /newer version of this server \(99, not 7\)/u],
  ['belongs to another program', (file) => replace(file, 'pragma user_version = 1'), /of another program/u],
]

test.each(damages)('a database that %s is refused with a sentence and left as it was', async (_, damage, sentence) => {
  const dataDir = temporaryFolder()
  const file = join(dataDir, 'pixel-prompt.db')
  const storage = openLocalStorage({ dataDir })
  for (let n = 0; n < 50; n++) await storage.jobs.create(sampleJob({ models: ['red', 'blue', 'green'] }))
  storage.close()
  damage(file)
  const before = readFileSync(file)

  const opening = () => openLocalStorage({ dataDir })
  expect(opening).toThrow(StorageUnavailable)
  expect(opening).toThrow(sentence)
  expect(opening).toThrow(`${file} `)
  expect(opening).toThrow(
    'Nothing was changed. Restore it from a backup, or move it away to begin with an empty gallery.',
  )
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(dataDir).toSorted()).toEqual(['images', 'lock.db', 'pixel-prompt.db'])

  rmSync(file)
  openForTest(dataDir)
})

test.each([
  ['before it wrote to it', (file: string) => writeFileSync(file, '')],
  ['before it made a table', (file: string) => execute(file, 'pragma journal_mode = wal')],
])('a server that was stopped while it made its database, %s, makes it again', async (_, begin) => {
  const dataDir = temporaryFolder()
  begin(join(dataDir, 'pixel-prompt.db'))
  expect(await openForTest(dataDir).jobs.create(sampleJob())).toMatchObject({ created: true })
})

test('a failure while opening leaves the folder free for another try', () => {
  const dataDir = temporaryFolder()
  openLocalStorage({ dataDir }).close()
  execute(join(dataDir, 'pixel-prompt.db'), 'drop table tasks')
  const opening = () => openLocalStorage({ dataDir })
  expect(opening).toThrow('no such table')
  expect(opening).toThrow('no such table')
})

test('a database that another program holds stops the process for a moment only, since all of it stands still', async () => {
  const dataDir = temporaryFolder()
  const { jobs } = openForTest(dataDir)
  const other = new DatabaseSync(join(dataDir, 'pixel-prompt.db'))
  other.exec('begin immediate')
  const startedAt = performance.now()
  for (let n = 0; n < 3; n++) await expect(jobs.create(sampleJob())).rejects.toThrow('Another program holds')
  // Waits are of 100 ms each; a machine that is busy may take longer for the rest.
  expect(performance.now() - startedAt).toBeLessThan(3000)
  other.close()
  expect(await jobs.create(sampleJob())).toMatchObject({ created: true })
})

describe('a data folder of the first version', () => {
  const painted = 'painted000000000000000'
  const retried = 'retried000000000000000'
  const waiting = 'waiting000000000000000'

  function folderOfVersion1(): { dataDir: string; file: string } {
    const dataDir = temporaryFolder()
    const file = join(dataDir, 'pixel-prompt.db')
    execute(file, readFileSync(new URL('fixtures/version-1.sql', import.meta.url), 'utf8'))
    return { dataDir, file }
  }

  test('keeps its jobs, in the gallery and in its search', async () => {
    const { jobs } = openForTest(folderOfVersion1().dataDir)
    const listed = await jobs.list({ visitor: 'ann', limit: 9 })
    expect(listed.jobs.map(({ jobId }) => jobId)).toEqual([painted, retried, waiting])
    expect((await jobs.list({ visitor: 'ann', limit: 9, q: 'light' })).jobs).toHaveLength(2)
    expect(progressOf(await jobs.find(painted))).toMatchObject({ status: 'completed', images: [{ imageId: 'image' }] })
    expect(await jobs.find(retried)).toMatchObject({
      version: 5,
      tasks: [{ attempt: 2, reservation: null, tickets: [], progress: { error: { code: 'interrupted' } } }],
      earlier: [{ attempt: 1, reservation: null, progress: { status: 'cancelled' } }],
    })
  })

  test('goes on where it was: what waited is due, what ran has expired, what was deleted is gone', async () => {
    const { jobs } = openForTest(folderOfVersion1().dataDir)
    const run = { kind: 'run', lane: 'sketch', visitor: 'ann' }
    expect(await allDue(jobs, noon + 100)).toEqual([
      expect.objectContaining({ kind: 'expired', task: { jobId: painted, model: 'blue', attempt: 1 }, tickets: 0 }),
      { kind: 'deleted', jobId: 'deleted000000000000000', busy: false },
      { ...run, task: { jobId: waiting, model: 'red', attempt: 1 } },
      { ...run, task: { jobId: waiting, model: 'blue', attempt: 1 } },
    ])
    expect(await jobs.ahead(waiting, { now: noon })).toEqual(
      new Map([
        ['red', 0],
        ['blue', 1],
      ]),
    )
    expect(await jobs.remove('deleted000000000000000', { now: noon })).toBe(true)

    // One of ann's tasks is in progress.
    const other = sampleJob({ visitor: 'bob', createdAt: noon + 50 })
    await jobs.create(other)
    expect(await jobs.ahead(other.jobId, { now: noon + 100 })).toEqual(new Map([['red', 0]]))
  })

  test('can do what the new version can: nothing is owed, a retry is paid for, the ledger is empty', async () => {
    const { jobs, ledger, switches } = openForTest(folderOfVersion1().dataDir)
    const task = { jobId: retried, model: 'red', attempt: 2 }
    expect(await jobs.bill(task)).toBeUndefined()
    expect(await jobs.openRetry(task, { now: noon, terms: paidTerms('red', 'third') })).toBeDefined()
    const third = { ...task, attempt: 3 }
    expect(await allDue(jobs, noon)).toContainEqual({ kind: 'run', task: third, lane: 'sketch', visitor: 'ann' })
    const lease = { lease: 'mine', now: noon, leaseUntil: noon + 1 }
    expect(await jobs.claim(third, lease)).toBeDefined()
    expect(await jobs.finish(third, { ...lease, outcome: failed(noon) })).toBe(true)
    expect(await jobs.bill(third)).toMatchObject({ reservation: 'third', costMicroUsd: 40_000 })
    expect(await jobs.activity({ now: noon, since: noon })).toMatchObject({ pending: 2, running: 1 })
    expect([await ledger.spend(noon), await switches.off()]).toEqual([[], new Map()])
  })

  test('comes to the same tables as a new one, and is upgraded once', () => {
    const { dataDir, file } = folderOfVersion1()
    const other = temporaryFolder()
    for (const folder of [dataDir, dataDir, other]) openLocalStorage({ dataDir: folder }).close()
    expect(schemaOf(file)).toEqual(schemaOf(join(other, 'pixel-prompt.db')))
  })

  test('that cannot be upgraded stays as it was', () => {
    const { dataDir, file } = folderOfVersion1()
    execute(file, 'create table switches (in_the_way)')
    const before = schemaOf(file)
    expect(() => openLocalStorage({ dataDir })).toThrow('table switches already exists')
    expect(schemaOf(file)).toEqual(before)
    execute(file, 'drop table switches')
    openForTest(dataDir)
  })
})

function schemaOf(file: string): unknown[] {
  const db = new DatabaseSync(file)
  const rows = db.prepare('select name, sql, user_version from sqlite_schema, pragma_user_version order by name').all()
  db.close()
  return rows
}

function execute(file: string, sql: string): void {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}

function replace(file: string, sql: string): void {
  rmSync(file)
  execute(file, sql)
}

test('an empty file is a new database, unless there are pictures beside it; a folder is none', () => {
  const dataDir = temporaryFolder()
  const file = join(dataDir, 'pixel-prompt.db')
  writeFileSync(file, '')
  openLocalStorage({ dataDir }).close()
  mkdirSync(join(dataDir, 'images', 'A'.repeat(22)))
  writeFileSync(file, '')
  expect(() => openLocalStorage({ dataDir })).toThrow(/is empty, although there are pictures beside it/u)
  rmSync(file)
  mkdirSync(file)
  expect(() => openLocalStorage({ dataDir })).toThrow(/is a folder, where the database should be/u)
})

test('a log of the last changes that a crash left is read, and refused with its database', () => {
  const dataDir = temporaryFolder()
  const file = join(dataDir, 'pixel-prompt.db')
  openLocalStorage({ dataDir }).close()
  execute(file, 'pragma user_version = 99')
  writeFileSync(`${file}-wal`, '')
  expect(() => openLocalStorage({ dataDir })).toThrow(/newer version/u)
  execute(file, `pragma user_version = ${schemaVersion}`)
  writeFileSync(`${file}-wal`, '')
  openForTest(dataDir)
})
