import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { expect, onTestFinished, test } from 'vitest'
import { startSecretsManager } from '../../../infra/emulators/secrets-manager.ts'
import { originSecrets } from './origin-secrets.ts'

/** The secrets `first` and `second`, a clock that stands still, and whoever asks whether a value is one of them. */
async function openSecrets(values: { first: string; second: string }) {
  const manager = await startSecretsManager(new Map(Object.entries(values)))
  const client = new SecretsManagerClient({
    endpoint: manager.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'emulated', secretAccessKey: 'emulated' },
    maxAttempts: 1,
  })
  onTestFinished(async () => {
    client.destroy()
    await manager.stop()
  })
  const clock = { now: 0 }
  const isFront = await originSecrets(client, { arns: ['first', 'second'], now: () => clock.now })
  return { isFront, clock, kept: manager.values }
}

test('either of two secrets is known, and nothing else', async () => {
  const { isFront } = await openSecrets({ first: 'one', second: 'two' })
  expect(await isFront('one')).toBe(true)
  expect(await isFront('two')).toBe(true)
  for (const other of ['', 'on', 'one ', 'onetwo', 'TWO']) expect(await isFront(other)).toBe(false)
})

test('a secret that is empty until it is needed lets nobody in', async () => {
  const { isFront } = await openSecrets({ first: 'one', second: '' })
  expect(await isFront('')).toBe(false)
})

test('a renewed secret is known half a minute after the last look, and the old one is not', async () => {
  const { isFront, clock, kept } = await openSecrets({ first: 'one', second: 'two' })
  kept.set('second', 'three')
  expect(await isFront('three')).toBe(false)
  clock.now = 30_000
  expect(await isFront('three')).toBe(true)
  expect(await isFront('two')).toBe(false)
})

test('whoever guesses makes nobody read the secrets more often than every half a minute', async () => {
  const { isFront, clock, kept } = await openSecrets({ first: 'one', second: '' })
  clock.now = 30_000
  expect(await isFront('guessed')).toBe(false)
  kept.set('second', 'two')
  clock.now = 59_999
  expect(await isFront('two')).toBe(false)
  clock.now = 60_000
  expect(await isFront('two')).toBe(true)
})

test('while the secrets cannot be read the known ones are good', async () => {
  const { isFront, clock, kept } = await openSecrets({ first: 'one', second: '' })
  kept.clear()
  clock.now = 30_000
  expect(await isFront('guessed')).toBe(false)
  expect(await isFront('one')).toBe(true)
})
