import { mix } from '../colour.ts'
import { compose } from '../compose/compose.ts'
import type { Canvas } from '../compose/compose.ts'
import type { Floor, Layer, Picture } from '../compose/picture.ts'
import type { Point } from '../geometry/point.ts'
import { randomFrom } from '../random.ts'
import type { Scene } from '../scene.ts'
import { circle, gradient, group, polyline, rect } from '../svg.ts'
import { brushLine } from './brush-line.ts'
import { figure, tower } from './ink-figure.ts'
import { ink, paper } from './ink-hand.ts'
import type { Hand } from './ink-hand.ts'
import { mountain } from './ink-mountain.ts'

export function paintInkLandscape(scene: Scene, canvas: Canvas): string {
  const picture = compose(scene, canvas, 'ink')
  const named = new Set(scene.subjects.filter(({ colours }) => colours.length > 0).map(({ id }): string => id))
  const hand = { random: randomFrom(scene.key, canvas.seed, 'brush'), named, ids: { next: 0 } }
  return [
    ground(picture),
    heaven(picture, hand),
    ...picture.layers.map((layer) => stroke(layer, picture, hand)),
    falling(picture),
    splashes(picture, hand),
    seal(picture),
  ].join('')
}

function ground({ width, height, light, unit, scene }: Picture): string {
  const grey =
    scene.place === 'underwater'
      ? 0.32
      : light.dark
        ? 0.24
        : scene.weather.has('snow') || scene.weather.has('storm')
          ? 0.3
          : scene.weather.has('rain')
            ? 0.2
            : 0.04
  return [
    gradient('wash', [
      [0, '#4a4745', grey],
      [0.5, '#6a6663', grey * 0.35],
      [1, '#6a6663', 0],
    ]),
    rect(0, 0, width, height, { fill: paper }),
    rect(0, 0, width, Math.max(height * 0.75, unit * 0.5), { fill: 'url(#wash)' }),
  ].join('')
}

function heaven({ orb, unit, stars, clouds }: Picture, { random }: Hand): string {
  const curls = clouds
    .slice(0, 3)
    .map((cloud) => group({ opacity: '0.34' }, brushLine(cloud.slice(0, -2), unit * 0.0055, ink, random)))
  if (!orb) return curls.join('')
  const rings = [0.5, 0.36, 0.2].map((grow) => circle(orb.at, orb.r * (1 + grow), { fill: '#57524e', opacity: '0.09' }))
  const red = mix('#c5321f', orb.colour, 0.12)
  const disc =
    orb.kind === 'sun'
      ? circle(orb.at, orb.r, { fill: red, opacity: '0.9' })
      : [...rings, circle(orb.at, orb.r, { fill: '#fffdf6' })].join('')
  return [
    ...stars.filter((_, at) => at % 5 === 0).map(({ at, r }) => circle(at, r * 1.4, { fill: '#fffdf6' })),
    disc,
    ...curls,
  ].join('')
}

function stroke(layer: Layer, picture: Picture, hand: Hand): string {
  const { unit, height } = picture
  switch (layer.kind) {
    case 'ridge':
      return mountain(layer, picture, hand)
    case 'floor':
      return surface(layer, picture, hand)
    case 'mist': {
      const id = `mist${String((hand.ids.next += 1))}`
      const [top, bottom] = [layer.top - unit * 0.05, layer.bottom + unit * 0.05]
      return (
        gradient(id, [
          [0, paper, 0],
          [0.5, paper, 0.88],
          [1, paper, 0],
        ]) + rect(0, top, picture.width, Math.min(height, bottom) - top, { fill: `url(#${id})` })
      )
    }
    case 'figure':
      return layer.role === 'building' ? tower(layer, picture, hand) : figure(layer, picture, hand)
  }
}

function surface({ surface: kind, top }: Floor, { width, height, unit }: Picture, { random }: Hand): string {
  if (kind === 'boards')
    return brushLine(
      [
        [0, top],
        [width, top],
      ],
      unit * 0.008,
      ink,
      random,
    )
  const fade = rect(0, top, width, height - top, { fill: paper, 'fill-opacity': '0.9' })
  const marks = Array.from({ length: kind === 'water' ? 16 : 7 }, (_, at) => {
    const y = top + (height - top) * ((at + 0.5) / (kind === 'water' ? 16 : 7)) ** 1.25
    const long = width * random.between(0.06, kind === 'water' ? 0.26 : 0.18)
    const x = random.between(-0.05, 0.95) * width
    const rise = kind === 'water' ? 0 : random.between(-0.02, 0.02) * unit
    return group(
      { opacity: String(Math.round(random.between(0.2, 0.6) * 100) / 100) },
      brushLine(
        [
          [x, y],
          [x + long * 0.5, y + rise],
          [x + long, y],
        ],
        unit * random.between(0.003, 0.0065),
        ink,
        random,
      ),
    )
  })
  return fade + marks.join('')
}

function falling({ rain, flakes, unit }: Picture): string {
  return [
    ...rain.map(([from, to]) =>
      polyline([from, to], { stroke: '#3b3735', 'stroke-width': unit * 0.0017, 'stroke-opacity': '0.45' }),
    ),
    ...flakes.map(({ at, r }) =>
      circle(at, r * 1.15, { fill: '#fffefa', stroke: '#8d8883', 'stroke-width': unit * 0.0008 }),
    ),
  ].join('')
}

function splashes({ width, height, unit }: Picture, { random }: Hand): string {
  const [x, y] = [random.between(0.05, 0.95) * width, random.between(0.82, 0.96) * height]
  return Array.from({ length: 12 }, () =>
    circle(
      [x + random.between(-1, 1) * unit * 0.08, y + random.between(-1, 1) * unit * 0.04],
      unit * 0.004 * random.next() ** 2,
      { fill: ink, opacity: '0.6' },
    ),
  ).join('')
}

// A painter's stamp: a moon over water.
function seal({ width, height, unit }: Picture): string {
  const [size, x, y] = [unit * 0.062, width - unit * 0.115, height - unit * 0.125]
  const ring = (grow: number) =>
    circle([x + size * 0.5, y + size * 0.46], size * grow, { fill: 'none', stroke: paper, 'stroke-width': size * 0.07 })
  const swell = Array.from({ length: 13 }, (_, at): Point => [
    x + size * (0.14 + at * 0.06),
    y + size * (0.78 + 0.06 * Math.sin(at * 1.05)),
  ])
  const stamp = rect(x, y, size, size, { fill: '#b8281c', rx: size * 0.1, opacity: '0.92' })
  return [
    stamp,
    ring(0.26),
    circle([x + size * 0.5, y + size * 0.46], size * 0.1, { fill: paper }),
    polyline(swell, { stroke: paper, 'stroke-width': size * 0.07 }),
  ].join('')
}
