import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { cards, priceMicroUsd, startProduct } from './test-product.ts'

// A machine may be busy with other work.
vi.setConfig({ testTimeout: 120_000 })

const advice =
  "Writing in the data folder is not allowed. Give this server's user the right to write there, or choose another DATA_DIR."

// Root may write everywhere, unless it gives up that right.
const asUser = process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-dac_override'] : []

test('a data folder that may no longer be written costs the picture under way, and asks for no other', async () => {
  const product = await startProduct({
    models: ['One', 'Two'],
    // One call at a time: the second has not begun.
    env: { PROVIDER_CONCURRENCY: '1' },
    through: asUser,
    onCall: (count) => count === 1 && setMode(product.server.dataDir, 0o555),
  })
  const { dataDir } = product.server
  const { jobId } = await product.start('a red boat')
  const job = await product.untilEnded(jobId)
  expect(cards(job)).toEqual([
    `One error 40000: The picture could not be kept: ${advice}`,
    `Two error 0: Nothing was sent: ${advice}`,
  ])
  const images = { ok: false, message: advice }
  expect(await product.health()).toMatchObject({ status: 503, parts: { database: { ok: true }, images } })
  expect(await product.refused('a blue boat')).toMatchObject({ status: 503, code: 'unavailable', error: advice })
  expect(await product.kept()).toEqual(['a red boat'])
  expect(product.asked()).toEqual({ 'One: a red boat': 1 })
  expect(await product.spent()).toMatchObject({ settledMicroUsd: priceMicroUsd, openMicroUsd: 0, uncertainMicroUsd: 0 })

  setMode(dataDir, 0o700)
  await product.retry(jobId, 'one')
  await product.retry(jobId, 'two')
  const again = await product.untilEnded(jobId)
  expect(cards(again)).toEqual(['One completed 40000', 'Two completed 40000'])
  expect(await product.files(again)).toEqual([200, 200, 200, 200])
  expect(await product.health()).toMatchObject({ status: 200, ok: true })
  expect(product.asked()).toEqual({ 'One: a red boat': 2, 'Two: a red boat': 1 })
})

/** Of the folder and of every folder in it. */
function setMode(folder: string, mode: number): void {
  chmodSync(folder, mode)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), mode)
  }
}
