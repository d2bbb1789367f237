import { lighten, mix, withLightness, lightness } from '../colour.ts'
import type { Colour } from '../colour.ts'
import { flatten } from '../geometry/flatten.ts'
import { boxOf } from '../geometry/point.ts'
import type { Point } from '../geometry/point.ts'
import { simplify } from '../geometry/simplify.ts'
import type { Silhouette, Tone } from '../silhouettes/silhouette.ts'
import type { Figure, Shape } from './picture.ts'

export type Spot = { x: number; base: number; scale: number; flip: boolean; depth: number; tilt?: number }

export type Look = {
  id: string
  role: Figure['role']
  colours: readonly Colour[]
  shadow: Colour
  gloom: number
  afloat?: boolean
}

export function placeFigure(silhouette: Silhouette, spot: Spot, look: Look): Figure {
  const colour = look.colours[0] ?? silhouette.colour
  const tones = colouring(colour, look.colours[1] ?? silhouette.accent ?? '#e8b44a')
  const turn = ((spot.tilt ?? 0) * Math.PI) / 180
  const put = ([x, y]: Point): Point => {
    const dx = (x - silhouette.width / 2) * (spot.flip ? -1 : 1) * spot.scale
    const dy = (y - 100) * spot.scale
    return [spot.x + dx * Math.cos(turn) - dy * Math.sin(turn), spot.base + dx * Math.sin(turn) + dy * Math.cos(turn)]
  }
  const shapes = silhouette.parts.flatMap(([tone, path]) =>
    flatten(path).map(({ ring, closed }): Shape => {
      const stroke = tone === 'line' || tone === 'cord'
      return {
        ring: simplify(ring.map(put), 0.4),
        closed: closed && !stroke,
        tone,
        // Lamps and lit windows do not darken with the evening.
        colour: tone === 'glow' ? tones.glow : mix(tones[tone], look.shadow, look.gloom),
        width: (tone === 'cord' ? 5 : 2.6) * spot.scale,
      }
    }),
  )
  return {
    kind: 'figure',
    id: look.id,
    role: look.role,
    depth: spot.depth,
    shapes,
    box: boxOf(shapes.map(({ ring }) => ring)),
    colour: mix(colour, look.shadow, look.gloom),
    afloat: look.afloat ?? false,
  }
}

// The same figure upside down in the water at its foot.
export function reflected(figure: Figure, stretch = 0.7): Shape[] {
  const { bottom } = figure.box
  return figure.shapes.map((shape) => ({
    ...shape,
    ring: shape.ring.map(([x, y]): Point => [x, bottom + (bottom - y) * stretch]),
  }))
}

function colouring(colour: Colour, accent: Colour): Record<Tone, Colour> {
  const pale = lightness(colour) > 0.9
  return {
    body: colour,
    shade: withLightness(colour, lightness(colour) - (pale ? 0.1 : 0.11)),
    light: lighten(colour, 0.1),
    cord: withLightness(colour, lightness(colour) - 0.06),
    accent,
    dark: '#2a2630',
    line: '#2f2a33',
    pale: '#f8f1e2',
    glow: '#ffd667',
  }
}
