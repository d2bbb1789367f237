import { reflected } from '../compose/place-figure.ts'
import { chroma, lightness, mix, saturate } from '../colour.ts'
import type { Colour } from '../colour.ts'
import type { Figure, Picture } from '../compose/picture.ts'
import type { Point } from '../geometry/point.ts'
import { gradient, group, lineData, polygon, tag } from '../svg.ts'
import { brushLine } from './brush-line.ts'
import { ink, paper } from './ink-hand.ts'
import type { Hand } from './ink-hand.ts'

export function tower({ shapes, box, depth }: Figure, { unit }: Picture, { random, ids }: Hand): string {
  const id = `wall${String((ids.next += 1))}`
  const strength = 0.16 + depth * 1.15
  const body = shapes
    .filter(({ tone }) => tone === 'body')
    .map(({ ring }) => polygon(ring, { fill: paper, 'fill-opacity': '0.75' }) + polygon(ring, { fill: `url(#${id})` }))
  const lamps = shapes
    .filter(({ tone }) => tone === 'glow')
    .map(({ ring, colour }) =>
      polygon(ring, { fill: chroma(colour) > 0.12 ? saturate(colour, 0.9) : '#fff6da', 'fill-opacity': '0.92' }),
    )
  const signs = shapes
    .filter(({ tone }) => tone === 'accent')
    .map(({ ring }) => polygon(ring, { fill: '#c5321f', 'fill-opacity': '0.9' }))
  const outline: Point[] = [
    [box.left, box.bottom],
    [box.left, shapes[0]?.ring[0]?.[1] ?? box.top],
    [box.right, shapes[0]?.ring[0]?.[1] ?? box.top],
    [box.right, box.bottom - (box.bottom - box.top) * 0.4],
  ]
  return [
    gradient(id, [
      [0, ink, Math.min(0.9, strength)],
      [0.55, '#3a3634', Math.min(0.75, strength * 0.6)],
      [1, '#6a6562', 0.04],
    ]),
    ...body,
    group(
      { opacity: String(Math.min(0.9, Math.round((0.25 + depth) * 100) / 100)) },
      brushLine(outline, unit * 0.005, ink, random),
    ),
    ...lamps,
    ...signs,
  ].join('')
}

export function figure(subject: Figure, { unit }: Picture, hand: Hand): string {
  const { random, named } = hand
  const size = Math.max(subject.box.right - subject.box.left, subject.box.bottom - subject.box.top)
  const actor = subject.role === 'actor'
  if (subject.id === 'wall') return ''
  const tint = (tone: string, colour: Colour): Colour => {
    if (tone === 'glow') return '#f6e3a8'
    if (tone === 'pale') return '#fdfaf1'
    if (tone === 'dark' || tone === 'line') return ink
    const grey = mix(ink, paper, Math.max(0, Math.min(0.82, lightness(colour) * 1.15 - 0.3)))
    if (named.has(subject.id) && tone !== 'accent')
      return mix(saturate(colour, 1.1), ink, tone === 'shade' ? 0.3 : 0.08)
    return mix(grey, mix(colour, ink, 0.15), actor ? (tone === 'accent' ? 0.3 : 0.6) : 0)
  }
  const solid = subject.shapes.filter(({ closed }) => closed)
  const halo = actor
    ? tag('path', {
        d: solid.map(({ ring }) => `${lineData(ring)}Z`).join(''),
        fill: paper,
        stroke: paper,
        'stroke-width': unit * 0.018,
        'stroke-opacity': '0.85',
        'stroke-linejoin': 'round',
      })
    : ''
  const parts = subject.shapes.map(({ ring, closed, tone, colour, width }) => {
    if (!closed) return brushLine(ring, Math.max(width, unit * 0.003), tint(tone, colour), random)
    const edge =
      tone === 'shade' || tone === 'light' || size < unit * 0.08
        ? ''
        : brushLine([...ring, ...ring.slice(0, 1)], Math.min(unit * 0.009, size * 0.024), ink, random)
    return polygon(ring, { fill: tint(tone, colour), 'fill-opacity': actor ? '0.93' : '0.85' }) + edge
  })
  const shadow =
    actor && !subject.afloat
      ? group(
          { opacity: '0.35' },
          brushLine(
            [
              [subject.box.left - size * 0.1, subject.box.bottom],
              [subject.box.right + size * 0.16, subject.box.bottom + unit * 0.004],
            ],
            unit * 0.012,
            ink,
            random,
          ),
        )
      : ''
  const mirror = subject.afloat
    ? group(
        { opacity: '0.2' },
        ...reflected(subject, 0.45)
          .filter(({ closed }) => closed)
          .map(({ ring, tone, colour }) => polygon(ring, { fill: tint(tone, colour) })),
      )
    : ''
  return group(
    { opacity: actor ? undefined : String(Math.round(Math.min(1, 0.25 + subject.depth * 0.8) * 100) / 100) },
    mirror,
    subject.id === 'bubbles' ? '' : shadow,
    halo,
    ...parts,
  )
}
