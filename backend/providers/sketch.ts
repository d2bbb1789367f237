import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { aspectRatios, type AspectRatio } from '../../contract/parameters.ts'
import { interruption } from './interruption.ts'
import type { ImageModel } from './provider.ts'
import { type SketchStyle, sketchStyles } from './sketch/styles.ts'

/** Paints one picture and gives the bytes of an image file; rejects soon after the signal aborts. Sizes in pixels. */
export type Paint = (painting: {
  style: SketchStyle['id']
  prompt: string
  negativePrompt?: string
  seed: number
  width: number
  height: number
  signal: AbortSignal
}) => Promise<Uint8Array>

/** Settles after `ms`; rejects when the signal aborts. */
export type Delay = (ms: number, signal: AbortSignal) => Promise<void>

type Deps = { paint: Paint; delay?: Delay }

const size: Record<AspectRatio, { width: number; height: number }> = {
  '1:1': { width: 1024, height: 1024 },
  '3:2': { width: 1248, height: 832 },
  '2:3': { width: 832, height: 1248 },
  '4:3': { width: 1152, height: 864 },
  '3:4': { width: 864, height: 1152 },
  '16:9': { width: 1344, height: 756 },
  '9:16': { width: 756, height: 1344 },
}

/** The built-in painters: not AI, free, and no quicker than a model would be, so that a first run looks like any other. */
export const sketchModels = (deps: Deps): Omit<ImageModel, 'id'>[] =>
  sketchStyles.map((style) => sketchModel(deps, style))

function sketchModel({ paint, delay = abortableDelay }: Deps, style: SketchStyle): Omit<ImageModel, 'id'> {
  return {
    name: style.name,
    maker: 'Pixel Prompt',
    provider: 'sketch',
    enabled: true,
    abilities: {
      aspectRatios: [...aspectRatios],
      seed: true,
      negativePrompt: true,
      steps: false,
      guidance: false,
      imagesPerCall: 1,
    },
    priceMicroUsd: 0,
    lifecycle: { state: 'live' },
    lane: 'sketch',
    async generate({ prompt, negativePrompt, aspectRatio = '1:1', seed = randomInt(2 ** 31), signal }) {
      const painting = { style: style.id, prompt, seed, signal, ...size[aspectRatio] }
      try {
        // The wait comes first: nine painters that all began to draw at once would make the quickest wait for the slowest.
        await delay(style.paintMs, signal)
        const bytes = await paint(negativePrompt === undefined ? painting : { ...painting, negativePrompt })
        return { images: [{ bytes, seed }] }
      } catch (error) {
        throw signal.aborted ? interruption(signal, style.name) : error
      }
    },
  }
}

const abortableDelay: Delay = (ms, signal) => sleep(ms, undefined, { signal })
