import { HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'
import { describe, expect, test } from 'vitest'
import { noon, randomId } from '../contract-suite/samples.ts'
import { imageStoreContract } from '../image-store-contract-suite.ts'
import { imageKey, StorageUnavailable } from '../storage.ts'
import { s3Images } from './images.ts'
import { aroundRequests, countRequests, loseAnswers, refuseRequests } from './test-faults.ts'
import { clientsOf } from './test-server.ts'
import { emulatedAws } from './test-stack.ts'

const stack = emulatedAws()
const bucketOf = (resources: Record<string, string>) => resources['Images'] ?? ''

imageStoreContract(async () => {
  const { s3, resources } = await stack()
  return s3Images(s3, { bucket: bucketOf(resources), now: () => noon })
})

async function open() {
  const { s3, resources } = await stack()
  const clock = { now: noon }
  const bucket = bucketOf(resources)
  return { s3, bucket, clock, images: s3Images(s3, { bucket, now: () => clock.now }) }
}

const newKey = (jobId = randomId()) => imageKey(jobId, { imageId: randomId(), mediaType: 'image/png' })
const x = Buffer.from('x')

describe('images in S3', () => {
  test('may be kept by browsers for ever, with their type', async () => {
    const { s3, bucket, images } = await open()
    const key = newKey()
    await images.put(key, x, 'image/png')
    expect(await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))).toMatchObject({
      ContentType: 'image/png',
      CacheControl: 'public, max-age=31536000, immutable',
    })
  })

  test('of ten that are put at the same moment under one key, one is kept', async () => {
    const { images } = await open()
    const key = newKey()
    const ten = Array.from({ length: 10 }, (_, n) => `bytes of ${n}`)
    await Promise.all(ten.map((text) => images.put(key, Buffer.from(text), 'image/png')))
    const kept = Buffer.from((await images.read(key))?.bytes ?? '').toString()
    expect(ten).toContain(kept)
    await images.put(key, x, 'image/png')
    expect(Buffer.from((await images.read(key))?.bytes ?? '').toString()).toBe(kept)
  })

  test('cost as few requests as can be', async () => {
    const { s3, images, clock } = await open()
    const requests = countRequests(s3)
    const jobId = randomId()
    const key = newKey(jobId)
    const costs = []
    for (const act of [
      () => images.ready(),
      () => images.ready(),
      () => images.put(key, x, 'image/png'),
      () => images.read(key),
      async () => (await images.open(key))?.byteLength,
      () => images.removeAll(jobId),
      () => images.removeAll(jobId),
      async () => (clock.now += 5000),
      () => images.ready(),
    ]) {
      const before = requests()
      await act()
      costs.push(requests() - before)
    }
    expect(costs).toEqual([1, 0, 1, 1, 1, 3, 1, 0, 1])
  })

  test('are ready without a right but to list them, which is all that the functions have', async () => {
    const { s3, images } = await open()
    const asked: unknown[] = []
    aroundRequests(s3, ({ send, input }) => {
      asked.push(input)
      return send()
    })
    await images.ready()
    expect(asked).toMatchObject([{ Prefix: 'images/', MaxKeys: 1 }])
  })

  test('of a job go all, however many pages they fill', async () => {
    const { s3, bucket, images } = await open()
    const [jobId, other] = [randomId(), newKey()]
    await images.put(other, x, 'image/png')
    for (let n = 0; n < 11; n += 1) {
      await Promise.all(Array.from({ length: 100 }, () => images.put(newKey(jobId), x, 'image/png')))
    }
    await images.removeAll(jobId)
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }))
    expect(Contents.map(({ Key }) => Key)).toEqual([other])
    await expect(images.removeAll('../x')).rejects.toThrow('Is not a job id')
  })

  test('are there when the answer to a put was lost', async () => {
    const { s3, images } = await open()
    const key = newKey()
    const requests = loseAnswers(s3, 1)
    await images.put(key, x, 'image/png')
    expect(requests()).toBe(2)
    expect(await images.read(key)).toBeDefined()
  })

  test('are put again when two met, up to a bound', async () => {
    const { s3, images } = await open()
    const key = newKey()
    refuseRequests(s3, { first: 2, name: 'ConditionalRequestConflict' })
    await images.put(key, x, 'image/png')
    expect(await images.read(key)).toBeDefined()
    const again = refuseRequests(s3, { first: 99, name: 'ConditionalRequestConflict' })
    await expect(images.put(newKey(), x, 'image/png')).rejects.toThrow(StorageUnavailable)
    expect(again()).toBe(3)
  })

  test('wait for a bucket that is busy, and say so when it lasts', async () => {
    const { s3, images } = await open()
    refuseRequests(s3, { first: 2, name: 'SlowDown' })
    await images.put(newKey(), x, 'image/png')
    refuseRequests(s3, { first: 99, name: 'SlowDown' })
    await expect(images.put(newKey(), x, 'image/png')).rejects.toThrow(StorageUnavailable)
    await expect(images.read(newKey())).rejects.toThrow(StorageUnavailable)
    await expect(images.open(newKey())).rejects.toThrow(StorageUnavailable)
  })

  test('whose bytes reach the bucket too slowly can be tried again later', async () => {
    const { s3, images } = await open()
    refuseRequests(s3, { first: 99, name: 'RequestTimeout' })
    await expect(images.put(newKey(), x, 'image/png')).rejects.toThrow(StorageUnavailable)
  })

  test('that could not be removed are told, not left for good', async () => {
    const { s3, images } = await open()
    const jobId = randomId()
    await images.put(newKey(jobId), x, 'image/png')
    aroundRequests(s3, async ({ send, nth }) => {
      const answer = await send()
      const Errors = [{ Code: 'InternalError', Message: 'We encountered an internal error.' }]
      return nth === 2 ? { ...answer, output: { ...answer.output, Errors } } : answer
    })
    await expect(images.removeAll(jobId)).rejects.toThrow(StorageUnavailable)
  })

  test('without their bucket, or without the right to it, say what to do and name nothing', async () => {
    const { s3 } = await stack()
    const images = s3Images(s3, { bucket: 'no-such-bucket', now: () => noon })
    for (const act of [() => images.ready(), () => images.put(newKey(), x, 'image/png'), () => images.read(newKey())]) {
      const message = await act().then(String, (error: Error) => `${error.name}: ${error.message}`)
      expect(message).toMatch(/^StorageUnavailable: .*is missing\. Deploy again/u)
      expect(message).not.toContain('no-such-bucket')
    }
    const forbidden = await clientsOf((_, response) => response.writeHead(403).end())
    await expect(s3Images(forbidden.s3, { bucket: 'b', now: () => noon }).ready()).rejects.toThrow(
      'refuses this server',
    )
  })
})

describe('an S3 that hangs', () => {
  test('is not waited for', async () => {
    const { s3 } = await clientsOf()
    const images = s3Images(s3, { bucket: 'b', now: () => noon })
    const jobId = randomId()
    const acts = [
      images.ready(),
      images.put(newKey(), x, 'image/png'),
      images.read(newKey()),
      images.open(newKey()),
      images.removeAll(jobId),
    ]
    for (const result of await Promise.allSettled(acts)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'StorageUnavailable' } })
    }
  })

  test('in the middle of an image is not waited for', async () => {
    const { s3 } = await clientsOf((_, response) => response.writeHead(200, { 'Content-Length': 1000 }).write('half'), {
      answerMs: 5000,
    })
    const images = s3Images(s3, { bucket: 'b', now: () => noon, readMs: 100 })
    await expect(images.read(newKey())).rejects.toThrow(StorageUnavailable)
  })
})
