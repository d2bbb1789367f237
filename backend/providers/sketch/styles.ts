/** What a list of models tells of them; `paint.ts` has the painters, which only those who paint load. */
export const sketchStyles = [
  { id: 'ink-landscape', name: 'Ink Landscape', paintMs: 1800 },
  { id: 'low-poly', name: 'Low Poly', paintMs: 1200 },
  { id: 'stained-glass', name: 'Stained Glass', paintMs: 4200 },
  { id: 'risograph', name: 'Risograph', paintMs: 2400 },
  { id: 'watercolour', name: 'Watercolour Wash', paintMs: 5600 },
  { id: 'pixel-art', name: 'Pixel Art', paintMs: 600 },
  { id: 'constellation', name: 'Line Constellation', paintMs: 900 },
  { id: 'paper-cut', name: 'Paper Cut-out', paintMs: 3200 },
  { id: 'neon-synthwave', name: 'Neon Synthwave', paintMs: 2900 },
] as const

/** `paintMs` is how long such a picture would believably take; the provider waits it out. */
export type SketchStyle = (typeof sketchStyles)[number]
