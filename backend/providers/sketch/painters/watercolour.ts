import { lighten, mix } from '../colour.ts'
import type { Colour } from '../colour.ts'
import { compose } from '../compose/compose.ts'
import type { Canvas } from '../compose/compose.ts'
import type { Layer, Picture } from '../compose/picture.ts'
import type { Point, Ring } from '../geometry/point.ts'
import { randomFrom } from '../random.ts'
import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'
import { circle, glowGradient, group, polygon, polyline, rect, tag } from '../svg.ts'
import { paper, soften, thin } from './pigment.ts'
import { vignette } from './watercolour-edge.ts'
import { painted } from './watercolour-figure.ts'

export function paintWatercolour(scene: Scene, canvas: Canvas): string {
  // The scene keeps off the part of the sheet that the paint does not reach.
  const margin = Math.min(canvas.width, canvas.height) * 0.042
  const inner = { ...canvas, width: canvas.width - margin * 2, height: canvas.height - margin * 2 }
  const picture = compose(scene, inner, 'watercolour')
  const random = randomFrom(scene.key, canvas.seed, 'washes')
  return [
    tag(
      'filter',
      { id: 'wet', x: '-0.05', y: '-0.05', width: '1.1', height: '1.1' },
      tag('feGaussianBlur', { stdDeviation: String(Math.round(picture.unit * 0.022)) }),
    ),
    rect(0, 0, canvas.width, canvas.height, { fill: paper }),
    group(
      { transform: `translate(${String(margin)} ${String(margin)})` },
      sky(picture, random),
      ...picture.layers.map((layer) => wash(layer, picture, random)),
      falling(picture),
    ),
    vignette({ ...picture, ...canvas }, random),
    spatter({ ...picture, ...canvas }, random),
  ].join('')
}

function sky({ width, height, horizon, light, orb, unit, clouds, stars }: Picture, random: Random): string {
  const reach = Math.max(horizon * 1.05, height * 0.62)
  const blots = Array.from({ length: 26 }, (_, at) => {
    const y = reach * ((at % 9) / 8)
    const colour = mix(light.skyTop, light.skyLow, Math.min(1, y / reach))
    return polygon(blot([random.next() * width, y], unit * random.between(0.16, 0.34), random), {
      fill: thin(mix(colour, light.glow, at % 5 === 0 ? 0.3 : 0)),
      'fill-opacity': '0.42',
    })
  })
  const lifted = clouds.map((cloud) =>
    polygon(soften(cloud, unit * 0.012, random), { fill: paper, 'fill-opacity': '0.8' }),
  )
  const glow = orb
    ? [
        glowGradient('glow', [
          [0, orb.colour, 0.85],
          [0.5, orb.colour, 0.3],
          [1, orb.colour, 0],
        ]),
        circle(orb.at, orb.r * 2.6, { fill: 'url(#glow)' }),
        polygon(blot(orb.at, orb.r, random, 0.03), {
          fill: orb.kind === 'moon' ? '#fffdf2' : thin(orb.colour),
          'fill-opacity': '0.9',
        }),
      ]
    : []
  return [
    group(
      { filter: 'url(#wet)' },
      rect(0, 0, width, reach, { fill: thin(mix(light.skyTop, light.skyLow, 0.55)), 'fill-opacity': '0.6' }),
      ...blots,
      ...lifted,
    ),
    ...stars.filter((_, at) => at % 2 === 0).map(({ at, r }) => circle(at, r * 1.5, { fill: paper, opacity: '0.9' })),
    ...glow,
  ].join('')
}

function wash(layer: Layer, picture: Picture, random: Random): string {
  const { unit, light, height } = picture
  switch (layer.kind) {
    case 'ridge':
      return pools(
        layer.ring,
        thin(layer.colour),
        unit * (0.006 + 0.012 * (1 - layer.depth)),
        random,
        layer.form === 'clouds' ? 0.5 : 0.42,
      )
    case 'floor': {
      const streaks = Array.from({ length: 10 }, (_, at) => {
        const y = layer.top + (height - layer.top) * random.next()
        const ring = soften(
          [
            [random.between(-0.1, 0.6) * picture.width, y],
            [random.between(0.4, 1.1) * picture.width, y],
            [random.between(0.4, 1) * picture.width, y + unit * 0.02 * (1 + at * 0.2)],
            [random.between(0, 0.5) * picture.width, y + unit * 0.02],
          ],
          unit * 0.01,
          random,
        )
        return polygon(ring, {
          fill:
            layer.surface === 'water' && at % 3 === 0
              ? paper
              : thin(lighten(layer.colour, random.between(-0.12, 0.05))),
          'fill-opacity': '0.34',
        })
      })
      return (
        pools(
          layer.ring,
          thin(layer.surface === 'water' ? mix(layer.colour, light.skyLow, 0.25) : layer.colour),
          unit * 0.008,
          random,
          0.3,
        ) + streaks.join('')
      )
    }
    case 'mist':
      return veil(layer.ring, unit, random)
    case 'figure':
      return painted(layer, picture, random)
  }
}

// Stacked thin washes of white: a blur of this width would cost more than the rest of the picture.
function veil(ring: Ring, unit: number, random: Random): string {
  const middle = ring.reduce((sum, [, y]) => sum + y, 0) / ring.length
  return [1.5, 1.25, 1, 0.75, 0.5, 0.3]
    .map((grow) =>
      polygon(
        soften(
          ring.map(([x, y]): Point => [x, middle + (y - middle) * grow]),
          unit * 0.006,
          random,
        ),
        { fill: paper, 'fill-opacity': '0.26' },
      ),
    )
    .join('')
}

// Several transparent washes that do not quite meet at their edges, and pigment that dries darker at the rim.
function pools(ring: Ring, colour: Colour, bleed: number, random: Random, strength: number): string {
  const layers = [1, 0.7, 0.45].map((grow) =>
    polygon(soften(ring, bleed * grow, random), {
      fill: lighten(colour, random.between(-0.03, 0.04)),
      'fill-opacity': String(strength),
    }),
  )
  return [
    polygon(ring, { fill: paper, 'fill-opacity': '0.35' }),
    ...layers,
    polygon(soften(ring, bleed * 0.4, random), {
      fill: 'none',
      stroke: lighten(colour, -0.1),
      'stroke-width': bleed * 0.28,
      'stroke-opacity': '0.3',
    }),
  ].join('')
}

function blot([x, y]: Point, r: number, random: Random, rough = 0.2): Ring {
  return Array.from({ length: 22 }, (_, at): Point => {
    const reach = r * random.between(1 - rough, 1 + rough)
    return [x + Math.cos((at / 22) * 6.2832) * reach, y + Math.sin((at / 22) * 6.2832) * reach * 0.8]
  })
}

function falling({ rain, flakes, unit, light }: Picture): string {
  const drop = light.dark ? '#dfe8f5' : '#6f86a3'
  return [
    ...rain.map(([from, to]) =>
      polyline([from, to], {
        stroke: drop,
        'stroke-width': unit * 0.0032,
        'stroke-opacity': '0.4',
        'stroke-linecap': 'round',
      }),
    ),
    ...flakes.map(
      ({ at, r }) =>
        circle(at, r * 2.1, { fill: paper, 'fill-opacity': '0.4' }) + circle(at, r * 1.2, { fill: '#ffffff' }),
    ),
  ].join('')
}

function spatter({ width, height, unit, light }: Picture, random: Random): string {
  return Array.from({ length: 26 }, (_, at) =>
    circle([random.next() * width, random.next() * height], unit * 0.0055 * random.next() ** 2 + 1, {
      fill: thin(at % 2 === 0 ? light.skyTop : light.glow),
      'fill-opacity': '0.45',
    }),
  ).join('')
}
