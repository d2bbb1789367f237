import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { randomId } from '../contract-suite/samples.ts'
import { imageStoreContract } from '../image-store-contract-suite.ts'
import { imageKey } from '../storage.ts'
import { openForTest, temporaryFolder } from './test-storage.ts'

imageStoreContract(async () => openForTest().images)

test('an image is one file below its job, for its owner alone, and nothing else is left', async () => {
  const dataDir = temporaryFolder()
  const { images } = openForTest(dataDir)
  const jobId = randomId()
  await images.put(imageKey(jobId, { imageId: 'one', mediaType: 'image/png' }), Buffer.from('x'), 'image/png')
  expect(readdirSync(join(dataDir, 'images', jobId))).toEqual(['one.png'])
  expect(readdirSync(join(dataDir, 'images', '.unfinished'))).toEqual([])
  expect(statSync(join(dataDir, 'images', jobId, 'one.png')).mode & 0o777).toBe(0o600)
})

test('whoever reads while an image is being put finds nothing or all of it', async () => {
  const { images } = openForTest()
  const key = imageKey(randomId(), { imageId: 'one', mediaType: 'image/png' })
  const state = { settled: false }
  const putting = images.put(key, new Uint8Array(20_000_000), 'image/png').finally(() => (state.settled = true))
  const lengths = new Set<number | undefined>()
  while (!state.settled) lengths.add((await images.read(key))?.bytes.length)
  await putting
  expect([...lengths].filter((length) => length !== undefined && length !== 20_000_000)).toEqual([])
  expect((await images.read(key))?.bytes).toHaveLength(20_000_000)
})

test('folders that are cleared away are made again, but the data folder is not', async () => {
  const dataDir = temporaryFolder()
  const { images } = openForTest(dataDir)
  const putOne = () =>
    images.put(imageKey(randomId(), { imageId: 'one', mediaType: 'image/png' }), Buffer.from('x'), 'image/png')
  rmSync(join(dataDir, 'images'), { recursive: true })
  await Promise.all([putOne(), putOne(), images.ready()])
  expect(readdirSync(join(dataDir, 'images'))).toHaveLength(3)
  rmSync(dataDir, { recursive: true })
  await expect(putOne()).rejects.toThrow('missing or in the way')
  await expect(images.ready()).rejects.toThrow('missing or in the way')
  expect(existsSync(dataDir)).toBe(false)
})

test('what a crash left unfinished is gone after the next start, and was never read', async () => {
  const dataDir = temporaryFolder()
  const stray = join(dataDir, 'images', '.unfinished', 'stray.png')
  mkdirSync(join(dataDir, 'images', '.unfinished'), { recursive: true })
  writeFileSync(stray, 'half an ima')
  const { images } = openForTest(dataDir)
  expect(existsSync(stray)).toBe(false)
  expect(await images.read('images/.unfinished/stray.png')).toBeUndefined()
})

test('removing what is not the id of a job touches nothing', async () => {
  const dataDir = temporaryFolder()
  const { images } = openForTest(dataDir)
  for (const jobId of ['', '.', '..', '../..', '.unfinished']) {
    await expect(images.removeAll(jobId)).rejects.toThrow('Is not a job id')
  }
  expect(existsSync(join(dataDir, 'images', '.unfinished'))).toBe(true)
})
