import { reflected } from '../compose/place-figure.ts'
import { mix } from '../colour.ts'
import type { Figure, Picture } from '../compose/picture.ts'
import { simplify } from '../geometry/simplify.ts'
import { group, lineData, polygon, tag } from '../svg.ts'
import { dark, electric, tube } from './neon-tube.ts'

export function sign(figure: Figure, { unit }: Picture): string {
  if (figure.id === 'wall') return ''
  const { left, right, top, bottom } = figure.box
  const size = Math.max(right - left, bottom - top)
  const actor = figure.role === 'actor'
  const line = unit * (actor ? 0.0042 : 0.0022) * Math.min(1, 0.5 + size / (unit * 0.3))
  const solid = figure.shapes.filter(({ closed }) => closed)
  const body = solid.map(({ ring }) => `${lineData(ring)}Z`).join('')
  const edge = (shape: Figure['shapes'][number]) => {
    const colour = electric(shape.colour)
    const ring = simplify(shape.ring, size * 0.004)
    if (shape.tone === 'glow' || (shape.tone === 'accent' && figure.role === 'building'))
      return polygon(ring, { fill: colour })
    if (!shape.closed) {
      const wire = shape.tone === 'line' ? electric(mix(figure.colour, '#ffffff', 0.25)) : colour
      return tube(ring, wire, Math.max(line * 0.8, Math.min(line * 1.6, shape.width * 0.45)), false)
    }
    const fill = shape.tone === 'dark' ? dark : mix(dark, shape.colour, shape.tone === 'shade' ? 0.2 : 0.36)
    const filled = polygon(ring, { fill })
    if (shape.tone === 'shade' || figure.role === 'building')
      return (
        filled + (figure.role === 'building' && shape.tone === 'body' ? tube(ring, '#8a5bff', line * 0.8, true) : '')
      )
    return (
      filled +
      tube(
        ring,
        shape.tone === 'dark' ? electric(mix(figure.colour, '#ffffff', 0.2)) : colour,
        line * (shape.tone === 'body' ? 1 : 0.75),
        true,
      )
    )
  }
  const mirror = figure.afloat
    ? group(
        { opacity: '0.42' },
        ...reflected(figure, 0.6)
          .filter(({ closed, tone }) => closed && tone !== 'shade')
          .map(({ ring, colour }) =>
            polygon(ring, { fill: 'none', stroke: electric(colour), 'stroke-width': line * 1.4 }),
          ),
      )
    : ''
  const halo = actor
    ? tag('path', {
        d: body,
        fill: dark,
        stroke: electric(figure.colour),
        'stroke-opacity': '0.16',
        'stroke-width': line * 12,
        'stroke-linejoin': 'round',
      })
    : ''
  return mirror + halo + figure.shapes.map(edge).join('')
}
