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
import type { Scene } from './scene.ts'

// paintMs is how long such a picture would believably take; the provider waits it out.
export type SketchStyle = { id: string; name: string; paintMs: number; paint: (scene: Scene, canvas: Canvas) => string }

export const sketchStyles: readonly SketchStyle[] = [
  { id: 'ink-landscape', name: 'Ink Landscape', paintMs: 1800, paint: paintInkLandscape },
  { id: 'low-poly', name: 'Low Poly', paintMs: 1200, paint: paintLowPoly },
  { id: 'stained-glass', name: 'Stained Glass', paintMs: 4200, paint: paintStainedGlass },
  { id: 'risograph', name: 'Risograph', paintMs: 2400, paint: paintRisograph },
  { id: 'watercolour', name: 'Watercolour Wash', paintMs: 5600, paint: paintWatercolour },
  { id: 'pixel-art', name: 'Pixel Art', paintMs: 600, paint: paintPixelArt },
  { id: 'constellation', name: 'Line Constellation', paintMs: 900, paint: paintConstellation },
  { id: 'paper-cut', name: 'Paper Cut-out', paintMs: 3200, paint: paintPaperCut },
  { id: 'neon-synthwave', name: 'Neon Synthwave', paintMs: 2900, paint: paintNeonSynthwave },
]
