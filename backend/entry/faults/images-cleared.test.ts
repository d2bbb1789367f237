import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { cards, priceMicroUsd, startProduct } from './test-product.ts'

// A machine may be busy with other work.
vi.setConfig({ testTimeout: 120_000 })

test('an images folder that is deleted in mid-run is made again, and what was in it is said to be missing', async () => {
  const product = await startProduct({
    models: ['One', 'Two'],
    env: { PROVIDER_CONCURRENCY: '1' },
    onCall: (count) => count === 3 && rmSync(join(product.server.dataDir, 'images'), { recursive: true }),
  })
  const before = await product.untilEnded((await product.start('a red boat')).jobId)
  expect(await product.files(before)).toEqual([200, 200, 200, 200])

  // Gone while the first of two is asked.
  const during = await product.untilEnded((await product.start('a blue boat')).jobId)
  expect(cards(during)).toEqual(['One completed 40000', 'Two completed 40000'])
  expect(await product.files(during)).toEqual([200, 200, 200, 200])

  // The run is still there; of its pictures it is said that they are not.
  expect(await product.standing(before.jobId)).toMatchObject(before)
  expect(await product.files(before)).toEqual([404, 404, 404, 404])
  const [url] = before.results.flatMap((result) => (result.status === 'completed' ? [result.images[0]?.url] : []))
  expect(await product.get(url ?? '')).toMatchObject({
    code: 'not_found',
    error: 'This image does not exist, or has been deleted.',
  })
  expect(await product.health()).toMatchObject({ status: 200, ok: true })
  expect(await product.kept()).toEqual(['a blue boat', 'a red boat'])
  expect(Object.values(product.asked())).toEqual([1, 1, 1, 1])
  expect(await product.spent()).toMatchObject({
    settledMicroUsd: 4 * priceMicroUsd,
    openMicroUsd: 0,
    uncertainMicroUsd: 0,
  })
})

test('an images folder that is deleted between two runs takes nothing away from the next', async () => {
  const product = await startProduct({ models: ['One'] })
  rmSync(join(product.server.dataDir, 'images'), { recursive: true })
  expect(await product.health()).toMatchObject({ status: 200, ok: true })
  rmSync(join(product.server.dataDir, 'images'), { recursive: true })
  const job = await product.untilEnded((await product.start('a red boat')).jobId)
  expect(cards(job)).toEqual(['One completed 40000'])
  expect(await product.files(job)).toEqual([200, 200])
  expect(product.asked()).toEqual({ 'One: a red boat': 1 })
})

test('a whole data folder that is deleted is told, and no picture is asked for that could not be kept', async () => {
  const product = await startProduct({ models: ['One'] })
  rmSync(product.server.dataDir, { recursive: true })
  const advice =
    'A file or folder in the data folder is missing or in the way. Put it back, or choose another DATA_DIR; then start again.'
  const missing = { ok: false, message: advice }
  expect(await product.health()).toMatchObject({ status: 503, parts: { database: missing, images: missing } })
  expect(await product.refused('a red boat')).toMatchObject({ status: 503, code: 'unavailable', error: advice })
  expect(product.asked()).toEqual({})
})
