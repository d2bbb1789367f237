import { reflected } from '../compose/place-figure.ts'
import { mix } from '../colour.ts'
import type { Colour } from '../colour.ts'
import type { Figure, Picture } from '../compose/picture.ts'
import { areaOf, centreOf } from '../geometry/point.ts'
import type { Ring } from '../geometry/point.ts'
import { simplify } from '../geometry/simplify.ts'
import { circle, group, polygon, polyline } from '../svg.ts'
import { bright, night } from './starlight.ts'

export function linked(figure: Figure, { unit }: Picture): string {
  if (figure.id === 'wall') return ''
  const { left, right, top, bottom } = figure.box
  const size = Math.max(right - left, bottom - top)
  const actor = figure.role === 'actor'
  const lines = figure.shapes.map(({ ring, closed, colour, tone, width }) => {
    const small = areaOf(ring) < size * size * 0.012
    const line = simplify(ring, size * (small ? 0.014 : 0.022))
    const tint = bright(colour)
    if (tone === 'glow' && closed)
      return figure.role === 'building' ? lamp(ring, tint, unit) : polygon(line, { fill: tint, 'fill-opacity': '0.85' })
    const stroke = {
      stroke: tint,
      'stroke-width': unit * (actor ? 0.0052 : 0.003),
      'stroke-opacity': actor ? '1' : '0.75',
      'stroke-linejoin': 'round',
    }
    if (!closed) return polyline(line, { ...stroke, 'stroke-width': Math.min(width, unit * (actor ? 0.007 : 0.004)) })
    const fill = tone === 'dark' ? night : mix(night, colour, figure.role === 'building' ? 0.12 : 0.42)
    const solid = tone === 'body' || tone === 'pale' || tone === 'accent' || tone === 'light'
    const quiet = small || (tone === 'shade' && areaOf(ring) < size * size * 0.04)
    const body = polygon(line, { fill, 'fill-opacity': solid ? '0.72' : '0.5', ...(quiet ? {} : stroke) })
    return quiet ? body : body + (size > unit * (actor ? 0.14 : 0.2) ? stars(line, unit * (actor ? 1 : 0.6)) : '')
  })
  const mirror = figure.afloat
    ? group(
        { opacity: '0.3' },
        ...reflected(figure, 0.6)
          .filter(({ closed }) => closed)
          .map(({ ring, colour }) =>
            polygon(simplify(ring, size * 0.03), {
              fill: 'none',
              stroke: bright(colour),
              'stroke-width': unit * 0.002,
            }),
          ),
      )
    : ''
  return mirror + lines.join('')
}

function lamp(ring: Ring, colour: Colour, unit: number): string {
  return circle(centreOf(ring), unit * 0.0052, { fill: colour })
}

function stars(line: Ring, unit: number): string {
  return line
    .map(
      (point, at) =>
        (at % 3 === 0 ? circle(point, unit * 0.016, { fill: 'url(#shine)' }) : '') +
        circle(point, unit * (at % 3 === 0 ? 0.0062 : 0.004), { fill: '#ffffff' }),
    )
    .join('')
}
