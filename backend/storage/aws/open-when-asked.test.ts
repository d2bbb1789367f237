import { expect, test } from 'vitest'
import { noon } from '../contract-suite/samples.ts'
import { imageStoreContract } from '../image-store-contract-suite.ts'
import { s3Images } from './images.ts'
import { openWhenAsked } from './open-when-asked.ts'
import { emulatedAws } from './test-stack.ts'

const stack = emulatedAws()

async function open() {
  const { s3, resources } = await stack()
  let times = 0
  const images = openWhenAsked(async () => {
    times += 1
    return s3Images(s3, { bucket: resources['Images'] ?? '', now: () => noon })
  })
  return { images, times: () => times }
}

imageStoreContract(async () => (await open()).images)

test('images are opened once, when something is first asked of them', async () => {
  const { images, times } = await open()
  expect(times()).toBe(0)
  await Promise.all([images.probe(), images.ready(), images.read('images/none.png')])
  expect(times()).toBe(1)
})
