import { reflected } from '../compose/place-figure.ts'
import { lighten, lightness, mix, saturate } from '../colour.ts'
import type { Figure, Picture } from '../compose/picture.ts'
import type { Point, Ring } from '../geometry/point.ts'
import type { Random } from '../random.ts'
import { group, polygon, polyline } from '../svg.ts'
import { paper, soften, thin } from './pigment.ts'

export function painted(figure: Figure, { unit }: Picture, random: Random): string {
  const size = Math.max(figure.box.right - figure.box.left, figure.box.bottom - figure.box.top)
  const bleed = Math.min(unit * 0.006, size * 0.014)
  const actor = figure.role === 'actor'
  const lift = figure.shapes
    .filter(({ closed, tone }) => closed && (actor || tone === 'body' || tone === 'shade'))
    .map(({ ring }) => polygon(ring, { fill: paper, 'fill-opacity': actor ? '0.92' : '0.6' }))
  const strokes = figure.shapes.map(({ ring, closed, colour, tone, width }) => {
    const tint =
      tone === 'dark' || tone === 'line'
        ? mix(colour, '#4a4a6a', 0.35)
        : saturate(lighten(colour, (0.97 - lightness(colour)) * 0.1), figure.role === 'building' ? 1.7 : 1.3)
    if (!closed)
      return polyline(ring, {
        stroke: tint,
        'stroke-width': width,
        'stroke-opacity': '0.75',
        'stroke-linecap': 'round',
      })
    const first = polygon(soften(ring, bleed, random), { fill: tint, 'fill-opacity': actor ? '0.5' : '0.34' })
    const second = polygon(soften(ring, bleed * 1.6, random), {
      fill: lighten(tint, -0.03),
      'fill-opacity': actor ? '0.46' : '0.3',
    })
    const pool =
      size > unit * 0.12 && tone === 'body'
        ? polygon(lowHalf(ring, figure), { fill: lighten(tint, -0.09), 'fill-opacity': '0.22' })
        : ''
    const rim =
      size > unit * 0.1
        ? polygon(ring, {
            fill: 'none',
            stroke: lighten(tint, -0.13),
            'stroke-width': bleed * 0.5,
            'stroke-opacity': '0.4',
          })
        : ''
    return first + second + pool + rim
  })
  const mirror = figure.afloat
    ? group(
        { opacity: '0.36' },
        ...reflected(figure, 0.6)
          .filter(({ closed }) => closed)
          .map(({ ring, colour }) =>
            polygon(soften(ring, bleed * 2.4, random), { fill: thin(colour), 'fill-opacity': '0.6' }),
          ),
      )
    : ''
  return mirror + lift.join('') + strokes.join('')
}

function lowHalf(ring: Ring, { box }: Figure): Ring {
  const level = box.top + (box.bottom - box.top) * 0.62
  return ring.map(([x, y]): Point => [x, Math.max(y, level + Math.sin(x * 0.05) * (box.bottom - box.top) * 0.04)])
}
