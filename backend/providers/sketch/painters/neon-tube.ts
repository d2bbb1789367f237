import { chroma, lighten, lightness, saturate, withLightness } from '../colour.ts'
import type { Colour } from '../colour.ts'
import type { Ring } from '../geometry/point.ts'
import { group, lineData, tag } from '../svg.ts'

export const dark: Colour = '#0d0524'

// Light bleeds outwards: wide and faint below, thin and nearly white above.
export function tube(line: Ring, colour: Colour, width: number, closed: boolean): string {
  const d = lineData(line) + (closed ? 'Z' : '')
  const stroke = (grow: number, opacity: string, shade: Colour) =>
    tag('path', { d, stroke: shade, 'stroke-width': width * grow, 'stroke-opacity': opacity })
  return group(
    { fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' },
    stroke(7, '0.13', colour),
    stroke(3.4, '0.28', colour),
    stroke(1.3, '1', lighten(colour, 0.12)),
  )
}

export function electric(colour: Colour): Colour {
  if (chroma(colour) < 0.04) return lightness(colour) > 0.6 ? '#f1e6ff' : '#9a7bff'
  return withLightness(saturate(colour, 1.7), Math.max(0.62, Math.min(0.84, lightness(colour) + 0.1)))
}
