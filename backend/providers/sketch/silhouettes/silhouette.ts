import type { Colour } from '../colour.ts'

// body takes the colour that the prompt names; line is a dark stroke, cord a stroke in the body's colour.
export type Tone = 'body' | 'shade' | 'light' | 'dark' | 'pale' | 'accent' | 'glow' | 'line' | 'cord'

// Drawn in a box that stands on y = 100, one unit being a hundredth of the usual height.
export type Silhouette = {
  width: number
  height?: number
  home: 'ground' | 'water' | 'under' | 'air' | 'sky'
  colour: Colour
  accent?: Colour
  // Where somebody rides: behind the mount's flank, or on top of it.
  seat?: readonly [x: number, y: number, how: 'astride' | 'atop']
  // How large it is beside others of its picture; 1 unless told.
  stature?: number
  parts: readonly (readonly [tone: Tone, path: string])[]
}

export function oval(cx: number, cy: number, rx: number, ry: number): string {
  const [kx, ky] = [rx * 0.5523, ry * 0.5523]
  return (
    `M${cx - rx} ${cy}C${cx - rx} ${cy - ky} ${cx - kx} ${cy - ry} ${cx} ${cy - ry}` +
    `C${cx + kx} ${cy - ry} ${cx + rx} ${cy - ky} ${cx + rx} ${cy}` +
    `C${cx + rx} ${cy + ky} ${cx + kx} ${cy + ry} ${cx} ${cy + ry}` +
    `C${cx - kx} ${cy + ry} ${cx - rx} ${cy + ky} ${cx - rx} ${cy}Z`
  )
}

export function box(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}L${x + width} ${y}L${x + width} ${y + height}L${x} ${y + height}Z`
}
