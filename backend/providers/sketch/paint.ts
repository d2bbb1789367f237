import type { Canvas } from './compose/compose.ts'
import { paintConstellation } from './painters/constellation.ts'
import { paintInkLandscape } from './painters/ink-landscape.ts'
import { paintLowPoly } from './painters/low-poly.ts'
import { paintNeonSynthwave } from './painters/neon-synthwave.ts'
import { paintPaperCut } from './painters/paper-cut.ts'
import { paintPixelArt } from './painters/pixel-art.ts'
import { paintRisograph } from './painters/risograph.ts'
import { paintStainedGlass } from './painters/stained-glass.ts'
import { paintWatercolour } from './painters/watercolour.ts'
import { readScene, type Scene } from './scene.ts'
import type { SketchStyle } from './styles.ts'
import { tag } from './svg.ts'

const painters: Record<SketchStyle['id'], (scene: Scene, canvas: Canvas) => string> = {
  'ink-landscape': paintInkLandscape,
  'low-poly': paintLowPoly,
  'stained-glass': paintStainedGlass,
  risograph: paintRisograph,
  watercolour: paintWatercolour,
  'pixel-art': paintPixelArt,
  constellation: paintConstellation,
  'paper-cut': paintPaperCut,
  'neon-synthwave': paintNeonSynthwave,
}

/** An SVG of `width` by `height` pixels. */
export function paintSketch(request: {
  style: SketchStyle['id']
  prompt: string
  negativePrompt?: string | undefined
  seed: number
  width: number
  height: number
}): string {
  const { style, prompt, negativePrompt, seed, width, height } = request
  const picture = painters[style](readScene(prompt, negativePrompt), { width, height, seed })
  return tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${String(width)} ${String(height)}` },
    picture,
  )
}
