import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { StorageUnavailable } from '../storage.ts'
import { readSecret } from './secret.ts'
import { temporaryFolder } from './test-storage.ts'

test('a secret is made once, of 256 random bits, for its owner alone', () => {
  const [dataDir, other] = [temporaryFolder(), temporaryFolder()]
  const secret = readSecret(dataDir)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(readSecret(dataDir)).toBe(secret)
  expect(readSecret(other)).not.toBe(secret)
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  expect(readdirSync(dataDir)).toEqual(['secret'])
})

test('a secret that was not finished is made again', () => {
  const dataDir = temporaryFolder()
  writeFileSync(join(dataDir, 'secret.new'), 'half')
  expect(readSecret(dataDir)).toHaveLength(43)
})

test.each(['', 'too short', 'x'.repeat(44)])('a file that holds no secret is told, not replaced: %j', (content) => {
  const dataDir = temporaryFolder()
  writeFileSync(join(dataDir, 'secret'), content)
  expect(() => readSecret(dataDir)).toThrow(StorageUnavailable)
  expect(() => readSecret(dataDir)).toThrow('secret does not hold a secret. Restore it')
  expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(content)
})

test('a folder that is missing, or in the way, is told', () => {
  expect(() => readSecret(join(temporaryFolder(), 'none'))).toThrow(StorageUnavailable)
  const dataDir = temporaryFolder()
  mkdirSync(join(dataDir, 'secret'))
  expect(() => readSecret(dataDir)).toThrow(StorageUnavailable)
})
