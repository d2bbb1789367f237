import { lighten, mix, saturate } from '../colour.ts'
import { compose } from '../compose/compose.ts'
import type { Canvas } from '../compose/compose.ts'
import type { Layer, Picture } from '../compose/picture.ts'
import type { Point } from '../geometry/point.ts'
import { simplify } from '../geometry/simplify.ts'
import { randomFrom } from '../random.ts'
import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'
import { circle, glowGradient, group, polygon, polyline, rect } from '../svg.ts'
import { chart } from './star-chart.ts'
import { linked } from './star-figure.ts'
import { bright, night } from './starlight.ts'

export function paintConstellation(scene: Scene, canvas: Canvas): string {
  const picture = compose(scene, canvas, 'constellation')
  const random = randomFrom(scene.key, canvas.seed, 'stars')
  return [
    field(picture, random),
    orb(picture),
    ...picture.layers.filter(behind).map((layer) => trace(layer, picture, random)),
    chart(picture),
    ...picture.layers.filter((layer) => !behind(layer)).map((layer) => trace(layer, picture, random)),
    falling(picture),
  ].join('')
}

function behind({ depth, kind }: Layer): boolean {
  return depth < 0.56 || kind === 'ridge'
}

function field({ width, height, unit, light }: Picture, random: Random): string {
  const dust = Array.from({ length: Math.round((260 * width * height) / 1_048_576) }, () => {
    const shine = random.next() ** 4
    return circle([random.next() * width, random.next() * height], unit * (0.0009 + 0.0022 * shine), {
      fill: random.pick(['#ffffff', '#cfe0ff', '#ffe9c9'] as const),
      opacity: String(Math.round((0.25 + 0.6 * shine) * 100) / 100),
    })
  })
  const clouds = [0, 1, 2].map(() =>
    circle([random.next() * width, random.next() * height], unit * random.between(0.3, 0.55), { fill: 'url(#nebula)' }),
  )
  return [
    glowGradient('nebula', [
      [0, saturate(mix(light.skyLow, night, 0.35), 1.2), 0.5],
      [1, night, 0],
    ]),
    glowGradient('shine', [
      [0, '#ffffff', 0.95],
      [0.25, '#dbe8ff', 0.45],
      [1, '#9dc0ff', 0],
    ]),
    rect(0, 0, width, height, { fill: mix(night, saturate(light.skyTop, 1.2), 0.1) }),
    ...clouds,
    ...dust,
  ].join('')
}

function orb({ orb: body, unit }: Picture): string {
  if (!body) return ''
  const around = (r: number, count: number) =>
    Array.from({ length: count }, (_, at): Point => [
      body.at[0] + Math.cos((at / count) * 6.2832) * r,
      body.at[1] + Math.sin((at / count) * 6.2832) * r,
    ])
  const rays =
    body.kind === 'sun'
      ? around(body.r * 1.18, 24).map((point, at) =>
          polyline([point, around(body.r * (at % 2 === 0 ? 1.5 : 1.34), 24)[at] ?? point], {
            stroke: body.colour,
            'stroke-width': unit * 0.002,
          }),
        )
      : []
  return [
    circle(body.at, body.r * 2.1, { fill: 'url(#shine)', opacity: '0.35' }),
    circle(body.at, body.r, {
      fill: body.colour,
      'fill-opacity': body.kind === 'moon' ? '0.22' : '0.28',
      stroke: body.colour,
      'stroke-width': unit * 0.003,
    }),
    ...around(body.r, 14).map((point, at) =>
      circle(point, unit * (at % 3 === 0 ? 0.0045 : 0.0028), { fill: '#ffffff' }),
    ),
    ...rays,
  ].join('')
}

function trace(layer: Layer, picture: Picture, random: Random): string {
  const { unit, width, height, light } = picture
  switch (layer.kind) {
    case 'ridge': {
      const colour = bright(mix(layer.colour, '#9fc0ff', 0.4))
      const line = simplify(
        layer.crest,
        unit * (layer.form === 'trees' ? 0.012 : layer.form === 'clouds' ? 0.006 : 0.018),
      )
      return [
        polygon(layer.ring, { fill: mix(night, layer.colour, 0.07), 'fill-opacity': '0.86' }),
        polyline(line, {
          stroke: colour,
          'stroke-width': unit * 0.0034,
          'stroke-opacity': String(Math.round((0.45 + layer.depth * 0.5) * 100) / 100),
        }),
        ...line
          .filter((_, at) => at % (layer.form === 'trees' ? 3 : 2) === 0)
          .map((point) => circle(point, unit * random.between(0.003, 0.0058), { fill: '#f4f8ff' })),
      ].join('')
    }
    case 'floor': {
      const rows = layer.surface === 'water' ? 9 : 4
      const lines = Array.from({ length: rows }, (_, row) => {
        const y = layer.top + (height - layer.top) * (row / rows) ** 1.35
        const sway = layer.surface === 'water' ? unit * 0.004 * (1 + row * 0.3) : 0
        const points = Array.from({ length: 41 }, (_point, at): Point => [
          (width * at) / 40,
          y + Math.sin(at * 0.9 + row * 1.7) * sway,
        ])
        return polyline(points, {
          stroke: bright(layer.colour),
          'stroke-width': unit * 0.0018,
          'stroke-opacity': row === 0 ? '0.7' : '0.34',
          'stroke-dasharray':
            row === 0
              ? undefined
              : `${String(unit * random.between(0.02, 0.07))} ${String(unit * random.between(0.01, 0.04))}`,
        })
      })
      return polygon(layer.ring, { fill: mix(night, layer.colour, 0.09), 'fill-opacity': '0.85' }) + lines.join('')
    }
    case 'mist': {
      const rows = [0.1, 0.35, 0.6, 0.85].map((share) => layer.top + (layer.bottom - layer.top) * share)
      return group(
        { stroke: lighten(light.haze, 0.1), 'stroke-linecap': 'round' },
        polygon(layer.ring, { fill: layer.colour, 'fill-opacity': '0.13', stroke: 'none' }),
        ...rows.map((y, row) =>
          polyline(
            Array.from({ length: 31 }, (_, at): Point => [
              (width * at) / 30,
              y + Math.sin(at * 0.55 + row * 2 + layer.depth * 9) * unit * 0.008,
            ]),
            {
              'stroke-width': unit * 0.0028,
              'stroke-opacity': '0.5',
              'stroke-dasharray': `${String(unit * random.between(0.06, 0.16))} ${String(unit * random.between(0.03, 0.1))}`,
            },
          ),
        ),
      )
    }
    case 'figure':
      return linked(layer, picture)
  }
}

function falling({ rain, flakes, unit }: Picture): string {
  return [
    ...rain.map(
      ([from, to], at) =>
        polyline([from, to], { stroke: '#a9cbff', 'stroke-width': unit * 0.0016, 'stroke-opacity': '0.75' }) +
        (at % 3 === 0 ? circle(to, unit * 0.0024, { fill: '#ffffff' }) : ''),
    ),
    ...flakes.map(({ at: [x, y], r }) =>
      group(
        { stroke: '#ffffff', 'stroke-width': unit * 0.0014, 'stroke-opacity': '0.9' },
        ...[0, 1, 2].map((arm) =>
          polyline(
            [
              [x + Math.cos(arm * 1.047) * r * 1.15, y + Math.sin(arm * 1.047) * r * 1.15],
              [x - Math.cos(arm * 1.047) * r * 1.15, y - Math.sin(arm * 1.047) * r * 1.15],
            ],
            {},
          ),
        ),
      ),
    ),
  ].join('')
}
