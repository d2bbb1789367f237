import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { cards, priceMicroUsd, startProduct } from './test-product.ts'

// A machine may be busy with other work.
vi.setConfig({ testTimeout: 120_000 })

const advice = 'Another program holds the database in the data folder. Close it.'

test('a database that another program holds in mid-run is told, delays the pictures, and loses and doubles nothing', async () => {
  const other = anotherProgram()
  const product = await startProduct({
    models: ['One', 'Two'],
    // One call at a time: the second has not begun.
    env: { PROVIDER_CONCURRENCY: '1' },
    onCall: (count) => count === 1 && other.hold(product.server.dataDir),
  })
  const { jobId } = await product.start('a red boat')
  await expect.poll(product.server.output, soon).toContain('storage unavailable')

  expect(cards(await product.standing(jobId))).toEqual(['One in_progress', 'Two pending'])
  expect(await product.health()).toMatchObject({
    status: 503,
    parts: { database: { ok: false, message: advice }, images: { ok: true } },
  })
  expect(await product.refused('a blue boat')).toMatchObject({
    status: 503,
    code: 'unavailable',
    error: expect.stringContaining(advice),
    retryAfterSeconds: 5,
  })
  expect(await product.kept()).toEqual(['a red boat'])
  expect(product.asked()).toEqual({ 'One: a red boat': 1 })

  other.letGo()
  const first = await product.untilEnded(jobId)
  expect(cards(first)).toEqual(['One completed 40000', 'Two completed 40000'])
  expect(await product.files(first)).toEqual([200, 200, 200, 200])
  expect(await product.health()).toMatchObject({ status: 200, ok: true })
  const second = await product.untilEnded((await product.start('a blue boat')).jobId)
  expect(cards(second)).toEqual(['One completed 40000', 'Two completed 40000'])
  expect(await product.kept()).toEqual(['a blue boat', 'a red boat'])
  expect(Object.values(product.asked())).toEqual([1, 1, 1, 1])
  const settledMicroUsd = 4 * priceMicroUsd
  expect(await product.spent()).toMatchObject({ settledMicroUsd, openMicroUsd: 0, uncertainMicroUsd: 0 })
})

const soon = { timeout: 40_000, interval: 20 }

/** Holds a database so that nobody else can write to it, until it lets go. */
function anotherProgram() {
  let db: DatabaseSync | undefined
  const letGo = () => {
    db?.close()
    db = undefined
  }
  onTestFinished(letGo)
  return {
    hold(dataDir: string) {
      db = new DatabaseSync(join(dataDir, 'pixel-prompt.db'), { timeout: 5000 })
      db.exec('begin exclusive')
    },
    letGo,
  }
}
