import { expect, test } from 'vitest'
import { noon } from '../contract-suite/samples.ts'
import { awsHealth } from './health.ts'
import { s3Images } from './images.ts'
import { tableItems } from './items.ts'
import { countRequests } from './test-faults.ts'
import { openItems } from './test-items.ts'
import { clientsOf } from './test-server.ts'

async function open({ table = 'Table', bucket = 'Images' } = {}) {
  const made = await openItems()
  const { resources } = made
  const images = s3Images(made.s3, { bucket: resources[bucket] ?? bucket, now: () => noon })
  return { ...made, health: awsHealth(tableItems(made.table, resources[table] ?? table), images) }
}

test('all is well when the table can be written and the bucket is there, at one request each', async () => {
  const { health, s3, table } = await open()
  const [ofTable, ofBucket] = [countRequests(table), countRequests(s3)]
  expect(await health()).toEqual({ database: { ok: true }, images: { ok: true } })
  expect([ofTable(), ofBucket()]).toEqual([1, 1])
})

test('what is missing is told in words that name nothing', async () => {
  const message = 'A table, bucket or queue of this server is missing. Deploy again: npm run doctor tells which.'
  const withoutTable = await open({ table: 'no-such-table' })
  expect(await withoutTable.health()).toEqual({ database: { ok: false, message }, images: { ok: true } })
  const withoutBucket = await open({ bucket: 'no-such-bucket' })
  expect(await withoutBucket.health()).toEqual({ database: { ok: true }, images: { ok: false, message } })
})

test('what hangs is told in time', async () => {
  const { table, s3 } = await clientsOf(undefined, { answerMs: 60_000 })
  const health = awsHealth(tableItems(table, 't'), s3Images(s3, { bucket: 'b', now: () => noon }), { withinMs: 100 })
  const begun = performance.now()
  const part = { ok: false, message: 'The storage does not answer. Try again in a minute.' }
  expect(await health()).toEqual({ database: part, images: part })
  expect(performance.now() - begun).toBeLessThan(2000)
})

test('a mistake of ours is not taken for bad health', async () => {
  const health = awsHealth({ update: () => Promise.reject(new TypeError('oops')) }, { probe: async () => {} })
  await expect(health()).rejects.toThrow('oops')
})
