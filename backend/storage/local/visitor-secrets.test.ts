import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noon } from '../contract-suite/samples.ts'
import { newSecret } from '../secrets.ts'
import { StorageUnavailable } from '../storage.ts'
import { temporaryFolder } from './test-storage.ts'
import { visitorSecrets } from './visitor-secrets.ts'

const dayMs = 86_400_000
const first = newSecret()

function opened(dataDir = temporaryFolder()) {
  let at = noon
  const errors: string[] = []
  const log = { error: (_: object, message: string) => void errors.push(message) }
  const open = () => visitorSecrets(dataDir, { first, now: () => at, log })
  return {
    dataDir,
    file: join(dataDir, 'visitor-secrets'),
    open,
    errors,
    after: (days: number) => (at = noon + days * dayMs),
  }
}

test('the first one is kept for its owner alone, and found again', () => {
  const { open, file } = opened()
  expect(open()()).toEqual([first])
  expect(open()()).toEqual([first])
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('after ninety days a new one signs, in a server that runs as in one that starts, and the old ones verify', () => {
  const { open, after } = opened()
  const running = open()
  running()
  after(89)
  expect(running()).toEqual([first])
  after(90)
  const [second, ...older] = running()
  expect(second).not.toBe(first)
  expect(older).toEqual([first])
  expect(open()()).toEqual([second, first])
  after(180)
  const started = open()()
  expect(started).toHaveLength(3)
  expect(started.slice(1)).toEqual([second, first])
})

test('one goes when no cookie of it can be left: 400 days after it has last signed', () => {
  const { open, after } = opened()
  const running = open()
  running()
  for (const day of [90, 180, 270, 360, 450]) {
    after(day)
    expect(running()).toContain(first)
  }
  // It was followed on day 90; secrets go when one comes.
  after(540)
  expect(running()).not.toContain(first)
  expect(running()).toHaveLength(6)
})

test('a disk that is full is no reason to forget anybody, and is not tried at each request', () => {
  const { open, after, file, errors } = opened()
  const running = open()
  running()
  rmSync(file)
  mkdirSync(`${file}.new`)
  after(90)
  for (let n = 0; n < 3; n += 1) expect(running()).toEqual([first])
  expect(errors).toHaveLength(1)
  rmSync(`${file}.new`, { recursive: true })
  after(91)
  expect(running()).toHaveLength(2)
})

test.each(['', 'x', `2026-11-22T12:00:00.000Z ${first.slice(1)}`, `yesterday ${first}`])(
  'a file that holds none is told, not replaced: %j',
  (content) => {
    const { open, file } = opened()
    writeFileSync(file, content)
    expect(open).toThrow(StorageUnavailable)
    expect(readFileSync(file, 'utf8')).toBe(content)
  },
)
