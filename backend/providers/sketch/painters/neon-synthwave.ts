import { mix } from '../colour.ts'
import type { Colour } from '../colour.ts'
import { compose } from '../compose/compose.ts'
import type { Canvas } from '../compose/compose.ts'
import type { Layer, Picture } from '../compose/picture.ts'
import type { Point } from '../geometry/point.ts'
import { simplify } from '../geometry/simplify.ts'
import type { Scene } from '../scene.ts'
import { circle, glowGradient, gradient, group, polygon, polyline, rect } from '../svg.ts'
import { sign } from './neon-sign.ts'
import { dark, tube } from './neon-tube.ts'

export function paintNeonSynthwave(scene: Scene, canvas: Canvas): string {
  const picture = compose(scene, canvas, 'neon-synthwave')
  return [
    sky(picture),
    ...picture.layers.filter(({ depth }) => depth < 0.5).map((layer) => glow(layer, picture)),
    floor(picture),
    ...picture.layers
      .filter(({ depth, kind }) => depth >= 0.5 && kind !== 'floor')
      .map((layer) => glow(layer, picture)),
    falling(picture),
  ].join('')
}

function floorTop({ horizon, height }: Picture): number {
  return Math.min(horizon, height * 0.74)
}

function sky(picture: Picture): string {
  const { width, height, unit, light, orb, stars } = picture
  const top = floorTop(picture)
  const moonlit = light.dark && orb?.kind === 'moon'
  const r = unit * 0.3
  const x = orb ? width * 0.5 + (orb.at[0] - width * 0.5) * 0.35 : width * 0.5
  const bars = Array.from({ length: 8 }, (_, at) => {
    const share = at / 8
    return rect(x - r - 4, top - r * 0.72 + share * r * 0.72, r * 2 + 8, r * (0.014 + 0.062 * share), {
      fill: mix(dark, '#3d0f52', 0.35 + share * 0.3),
    })
  })
  return [
    gradient('sky', [
      [0, mix(dark, light.skyTop, 0.1)],
      [0.6, mix('#2b0f55', light.skyTop, 0.12)],
      [1, mix('#7a1c72', light.skyLow, 0.14)],
    ]),
    gradient(
      'sun',
      moonlit
        ? [
            [0, '#d8fbff'],
            [0.5, '#63c8ff'],
            [1, '#b04bff'],
          ]
        : [
            [0, '#fff07a'],
            [0.45, '#ff9a3c'],
            [1, '#ff2f92'],
          ],
    ),
    glowGradient('halo', [
      [0, moonlit ? '#5fb8ff' : '#ff4fa0', 0.55],
      [1, '#ff4fa0', 0],
    ]),
    rect(0, 0, width, height, { fill: dark }),
    rect(0, 0, width, top + 2, { fill: 'url(#sky)' }),
    ...stars.map((star) => circle(star.at, star.r * 1.2, { fill: '#e8dcff' })),
    circle([x, top - r * 0.5], r * 1.7, { fill: 'url(#halo)' }),
    circle([x, top - r * 0.5], r, { fill: 'url(#sun)' }),
    ...bars,
  ].join('')
}

function floor(picture: Picture): string {
  const { width, height, unit, layers } = picture
  const top = floorTop(picture)
  const surface = layers.find((layer) => layer.kind === 'floor')
  const water = surface?.surface === 'water' || picture.scene.place === 'underwater'
  const depth = height - top
  const colour: Colour = water ? '#2ee6ff' : '#ff3fb4'
  const rows = Array.from({ length: 11 }, (_, row) => {
    const y = top + depth * ((row + 0.25) / 10.5) ** 2.1
    const swell = water ? unit * 0.0016 * row : 0
    const line = Array.from({ length: water ? 41 : 2 }, (_point, at): Point => [
      water ? (width * at) / 40 : width * at,
      y + Math.sin(at * 1.1 + row * 2) * swell,
    ])
    return tube(line, colour, unit * (0.0012 + 0.00022 * row), false)
  })
  const rays = Array.from({ length: water ? 0 : 25 }, (_, at) => {
    const x = (at - 12) / 12
    return tube(
      [
        [width / 2 + x * width * 0.62, top],
        [width / 2 + x * width * 2.6, height + 4],
      ],
      colour,
      unit * 0.0016,
      false,
    )
  })
  return [
    rect(0, top, width, depth + 2, { fill: mix(dark, water ? '#0a3a66' : '#2a0a4a', 0.4) }),
    ...rays,
    ...rows,
    tube(
      [
        [0, top],
        [width, top],
      ],
      '#ffd6f4',
      unit * 0.0024,
      false,
    ),
  ].join('')
}

function glow(layer: Layer, picture: Picture): string {
  const { unit } = picture
  switch (layer.kind) {
    case 'ridge': {
      const line = simplify(layer.crest, unit * (layer.form === 'clouds' ? 0.003 : 0.012))
      const colour: Colour =
        layer.form === 'trees'
          ? '#39e8b0'
          : layer.form === 'clouds'
            ? '#ff9ad8'
            : mix('#7a4bff', '#2ee6ff', layer.depth)
      const facets =
        layer.form === 'peaks'
          ? line
              .filter((_, at) => at % 2 === 1)
              .map(([x, y], at) =>
                polyline(
                  [
                    [x, y],
                    [x + unit * (at % 2 === 0 ? 0.05 : -0.04), y + unit * 0.4],
                  ],
                  { stroke: colour, 'stroke-width': unit * 0.0014, 'stroke-opacity': '0.45' },
                ),
              )
          : []
      return (
        polygon(layer.ring, { fill: mix(dark, '#2c1266', 0.2 + 0.3 * (1 - layer.depth)) }) +
        facets.join('') +
        tube(line, colour, unit * 0.0024, false)
      )
    }
    case 'mist':
      return group(
        {},
        polygon(layer.ring, { fill: '#c9a4ff', 'fill-opacity': '0.2' }),
        ...[0.08, 0.36, 0.64, 0.92].map((share, row) => {
          const y = layer.top + (layer.bottom - layer.top) * share
          const wave = Array.from({ length: 33 }, (_, at): Point => [
            (picture.width * at) / 32,
            y + Math.sin(at * 0.5 + row + layer.depth * 8) * unit * 0.007,
          ])
          return polyline(wave, { stroke: '#e7d0ff', 'stroke-width': unit * 0.005, 'stroke-opacity': '0.42' })
        }),
      )
    case 'figure':
      return sign(layer, picture)
    case 'floor':
      return ''
  }
}

function falling({ rain, flakes, unit }: Picture): string {
  return [
    ...rain.map(([from, to], at) =>
      polyline([from, to], {
        stroke: at % 3 === 0 ? '#ff7ad0' : '#7fe9ff',
        'stroke-width': unit * 0.0024,
        'stroke-opacity': '0.75',
        'stroke-linecap': 'round',
      }),
    ),
    ...flakes.map(
      ({ at, r }) => circle(at, r * 2, { fill: '#8fe6ff', opacity: '0.25' }) + circle(at, r * 0.9, { fill: '#f4fbff' }),
    ),
  ].join('')
}
