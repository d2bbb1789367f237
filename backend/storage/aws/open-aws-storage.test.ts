import { expect, test } from 'vitest'
import { noon, pendingTask, randomId } from '../contract-suite/samples.ts'
import { s3Images } from './images.ts'
import { openAwsStorage } from './open-aws-storage.ts'
import { emulatedAws } from './test-stack.ts'

const stack = emulatedAws()

test('every part of the storage works on what the template made, and two that are opened on it share all', async () => {
  const { resources, ...clients } = await stack()
  const names = {
    table: resources['Table'] ?? '',
    queueUrl: resources['Tasks'] ?? '',
  }
  const open = () => {
    const images = s3Images(clients.s3, { bucket: resources['Images'] ?? '', now: () => noon })
    return openAwsStorage(clients, { resources: names, images, shards: 1 })
  }
  const [one, other] = [open(), open()]

  expect(await one.health()).toEqual({ database: { ok: true }, images: { ok: true } })
  const options = { first: 'x'.repeat(43), now: () => noon, log: { error: () => {} } }
  expect((await one.visitorSecrets(options)).current()).toEqual([options.first])

  await one.switches.set('red', { on: false, at: noon })
  expect(await other.switches.off()).toEqual(new Map([['red', noon]]))

  const meter = { key: 'runs', window: 'a day', endsAt: noon + 1 }
  await one.meters.take(meter, { limit: 1, at: noon })
  expect(await other.meters.take(meter, { limit: 1, at: noon })).toEqual({ taken: false, used: 1 })

  const budgets = { modelDailyMicroUsd: new Map<string, number>() }
  await one.ledger.reserve({ at: noon, parts: [{ model: 'red', microUsd: 7 }], budgets })
  expect(await other.ledger.spend(noon)).toMatchObject([{ day: '2026-11-22', reservedMicroUsd: 7 }])

  const token = { tokenId: 'one', hash: 'h', visitor: 'ann', name: 'n', scopes: [], createdAt: noon }
  await one.tokens.create(token, { most: 1 })
  expect(await other.tokens.list()).toEqual([token])

  const key = `images/${randomId()}/one.png`
  await one.images.put(key, Buffer.from('x'), 'image/png')
  expect(await other.images.read(key)).toMatchObject({ mediaType: 'image/png' })

  const task = await pendingTask(one.jobs)
  expect(await other.jobs.find(task.jobId)).toMatchObject({ jobId: task.jobId, version: 1 })
  const share = { shareId: 'one', jobId: task.jobId, createdAt: noon, expiresAt: noon + 1, promptHidden: false }
  await one.shares.create(share, { most: 1 })
  expect(await other.shares.find('one', { now: noon })).toEqual(share)

  await one.queue.send([task], { taker: 'ann' })
  expect(await other.queue.depth()).toBe(1)
  await one.changes.next([task.jobId], AbortSignal.abort())
})
