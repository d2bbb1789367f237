import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { sampleJob } from '../contract-suite/samples.ts'
import { StorageUnavailable } from '../storage.ts'
import { openLocalStorage } from './open-local-storage.ts'
import { openForTest, temporaryFolder } from './test-storage.ts'

const damages: [string, (file: string) => void, RegExp][] = [
  ['is none', (file) => writeFileSync(file, 'not a database'.repeat(1000)), /is damaged or not a database/u],
  ['was cut off', (file) => truncateSync(file, 20_000), /is damaged/u],
  ['has damaged pages', (file) => writeFileSync(file, readFileSync(file).fill(0xa5, 8192, 40_000)), /is damaged/u],
  ['is newer', (file) => execute(file, 'pragma user_version = 99'), /newer version of this server \(99, not 1\)/u],
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

test('a server that was stopped while it made its database makes it again', async () => {
  const dataDir = temporaryFolder()
  writeFileSync(join(dataDir, 'pixel-prompt.db'), '')
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
  execute(file, 'pragma user_version = 1')
  writeFileSync(`${file}-wal`, '')
  openForTest(dataDir)
})
