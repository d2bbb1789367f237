import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { StorageUnavailable } from '../storage/storage.ts'
import { deleteJob } from './delete-job.ts'
import { composeCard, plainImage } from './make-share-pictures.ts'
import { picturesOf, sharedPictures } from './share-pictures.ts'
import { ended, model, testEngine } from './test-engine.ts'

/** A run of so many models, each of which has painted one picture. */
async function painted(models: number) {
  const engine = await testEngine()
  engine.run()
  const chosen = Array.from({ length: models }, (_, n) => model(`m${n}`))
  const { jobId } = await engine.submit(chosen)
  const job = await engine.until(jobId, ended)
  const { images } = engine.storage
  const pictures = sharedPictures(engine.deps, { card: composeCard, plain: plainImage })
  return { engine, job, images, pictures, folder: join(engine.dataDir, 'images', jobId) }
}

test.each([1, 2, 3, 4, 5])('the card of %d pictures fills the size that messengers show', async (models) => {
  const { pictures, job } = await painted(models)
  const card = await pictures.card(job)
  const bytes = await new Response(card?.body).arrayBuffer()
  const { width, height, format } = await sharp(bytes).metadata()
  expect([width, height, format]).toEqual([1200, 630, 'jpeg'])
  // No tile is missing: the ground is dark, and the pictures are not.
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const corners = [
    [5, 5],
    [info.width - 6, 5],
    [5, info.height - 6],
    [info.width - 6, info.height - 6],
  ] as const
  for (const [x, y] of corners) expect(data[(y * info.width + x) * info.channels]).toBeGreaterThan(100)
})

test('of what is lost there is nothing to show', async () => {
  const { pictures, job, images } = await painted(2)
  await images.removeAll(job.jobId)
  const [image] = picturesOf(job)
  expect(await pictures.card(job)).toBeUndefined()
  expect(await pictures.plain(job.jobId, image!)).toBeUndefined()
})

test('with one picture lost, the card shows the others', async () => {
  const { job, images, engine, folder } = await painted(2)
  const [lost] = picturesOf(job)
  const some = { ...images, read: async (key: string) => (key.includes(lost!.imageId) ? undefined : images.read(key)) }
  const pictures = sharedPictures({ ...engine.deps, images: some }, { card: composeCard, plain: plainImage })
  expect((await pictures.card(job))?.mediaType).toBe('image/jpeg')
  expect(readdirSync(folder).filter((name) => name.includes('-card.'))).toHaveLength(1)
})

test('what cannot be kept is shown all the same, and what cannot be made does not hold up the next', async () => {
  const { job, images, engine } = await painted(1)
  const full = { ...images, put: () => Promise.reject(new StorageUnavailable('The disk is full.')) }
  let fails = true
  const card = (thumbnails: readonly Uint8Array[]) =>
    fails ? Promise.reject(new Error('no memory')) : composeCard(thumbnails)
  const pictures = sharedPictures({ ...engine.deps, images: full }, { card, plain: plainImage })
  await expect(pictures.card(job)).rejects.toThrow('no memory')
  fails = false
  expect((await pictures.card(job))?.mediaType).toBe('image/jpeg')
  expect((await pictures.plain(job.jobId, picturesOf(job)[0]!))?.mediaType).toBe('image/webp')
})

test.each(['card', 'plain'] as const)(
  'of a run that is deleted while its %s is made, nothing comes back',
  async (what) => {
    const { job, engine, folder } = await painted(1)
    const deleting = async () => {
      await deleteJob({ ...engine.deps, queue: engine.storage.queue }, job)
      return Uint8Array.of(1)
    }
    const pictures = sharedPictures(engine.deps, { card: deleting, plain: deleting })
    const [image] = picturesOf(job)
    expect(await (what === 'card' ? pictures.card(job) : pictures.plain(job.jobId, image!))).toBeUndefined()
    expect(existsSync(folder)).toBe(false)
  },
)
