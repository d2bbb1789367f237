import { describe, expect, test } from 'vitest'
import { Abilities } from '../../contract/model.ts'
import { aspectRatios } from '../../contract/parameters.ts'
import { type Paint, sketchModels } from './sketch.ts'
import { sketchStyles } from './sketch/styles.ts'

const painted = new Uint8Array([1, 2, 3])

function painters() {
  const paintings: Parameters<Paint>[0][] = []
  const delays: number[] = []
  const models = sketchModels({
    paint: (painting) => {
      paintings.push(painting)
      return Promise.resolve(painted)
    },
    delay: (ms) => {
      delays.push(ms)
      return Promise.resolve()
    },
  })
  return { models, paintings, delays, first: models[0]! }
}
const request = { prompt: 'a lighthouse', count: 1, signal: AbortSignal.timeout(10_000) }

describe('a sketch painter', () => {
  test('hands prompt, negative prompt and seed to its style, and tells the seed', async () => {
    const { first, paintings } = painters()
    const { images } = await first.generate({ ...request, negativePrompt: 'people', seed: 42 })
    expect(images).toEqual([{ bytes: painted, seed: 42 }])
    expect(paintings).toMatchObject([
      { style: sketchStyles[0].id, prompt: 'a lighthouse', negativePrompt: 'people', seed: 42 },
    ])
  })

  test('draws a seed of its own when none is given', async () => {
    const { first, paintings } = painters()
    const { images } = await first.generate(request)
    expect(images[0]!.seed).toBe(paintings[0]!.seed)
    expect(images[0]!.seed).toBeGreaterThanOrEqual(0)
  })

  test.each(aspectRatios)(
    'paints %s in exactly that ratio, at least 1024 pixels on the long side',
    async (aspectRatio) => {
      const { first, paintings } = painters()
      await first.generate({ ...request, aspectRatio })
      const { width, height } = paintings[0]!
      const [across = 0, down = 0] = aspectRatio.split(':').map(Number)
      expect(width * down).toBe(height * across)
      expect(Math.max(width, height)).toBeGreaterThanOrEqual(1024)
      expect(Math.max(width, height)).toBeLessThanOrEqual(1344)
    },
  )

  test('takes as long as its style says, painting included', async () => {
    const { first, delays } = painters()
    await first.generate(request)
    expect(delays).toEqual([sketchStyles[0].paintMs])
  })

  test('stops at once, also while it waits, with the reason of the Stop', async () => {
    const stop = new AbortController()
    const model = sketchModels({ paint: () => Promise.resolve(painted) })[0]!
    const ending = model.generate({ ...request, signal: stop.signal })
    const reason = new Error('stopped')
    stop.abort(reason)
    await expect(ending).rejects.toBe(reason)
  })

  test('ends at its deadline as timeout', async () => {
    const model = sketchModels({ paint: () => Promise.resolve(painted) })[0]!
    await expect(model.generate({ ...request, signal: AbortSignal.timeout(1) })).rejects.toMatchObject({
      code: 'timeout',
    })
  })

  test('lets a fault of the painting rise as it is', async () => {
    const fault = new Error('out of paint')
    const model = sketchModels({ paint: () => Promise.reject(fault) })[0]!
    await expect(model.generate(request)).rejects.toBe(fault)
  })
})

test('there are nine painters with names of their own, and what they can is what the contract knows', () => {
  const { models } = painters()
  expect(new Set(models.map(({ name }) => name)).size).toBe(9)
  for (const { abilities } of models)
    expect(Abilities.parse(abilities)).toMatchObject({ seed: true, negativePrompt: true, steps: false })
})
