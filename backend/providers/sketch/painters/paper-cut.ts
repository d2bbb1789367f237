import { lighten, mix, saturate, withLightness } from '../colour.ts'
import type { Colour } from '../colour.ts'
import { compose } from '../compose/compose.ts'
import type { Canvas } from '../compose/compose.ts'
import type { Figure, Layer, Picture, Shape } from '../compose/picture.ts'
import { reflected } from '../compose/place-figure.ts'
import type { Point, Ring } from '../geometry/point.ts'
import { randomFrom } from '../random.ts'
import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'
import { circle, gradient, group, lineData, polygon, polyline, rect, tag } from '../svg.ts'

const inset = 0.075

export function paintPaperCut(scene: Scene, canvas: Canvas): string {
  const margin = Math.min(canvas.width, canvas.height) * inset
  const inner = { ...canvas, width: canvas.width - margin * 2, height: canvas.height - margin * 2 }
  const picture = compose(scene, inner, 'paper-cut')
  const random = randomFrom(scene.key, canvas.seed, 'frame')
  return [
    gradient('sky', [
      [0, picture.light.skyTop],
      [1, picture.light.skyLow],
    ]),
    rect(0, 0, canvas.width, canvas.height, { fill: 'url(#sky)' }),
    group(
      { transform: `translate(${String(margin)} ${String(margin)})` },
      heaven(picture),
      ...picture.layers.map((layer) => sheet(layer, picture)),
      falling(picture),
    ),
    frame(canvas, picture, random),
  ].join('')
}

// Sheets of paper lie close together: a few wide faint strokes make the shadow that a blur would.
function lifted(ring: Ring, colour: Colour, height: number): string {
  const d = `${lineData(ring)}Z`
  const shade = [1, 0.62, 0.3].map((share) => tag('path', { d, 'stroke-width': height * 2 * share })).join('')
  return `${group({ fill: 'none', stroke: '#1a1026', 'stroke-opacity': '0.1', 'stroke-linejoin': 'round', transform: `translate(0 ${String(Math.round(height * 0.35))})` }, shade)}${tag('path', { d, fill: colour })}`
}

function heaven({ orb, light, unit, stars, clouds, width, horizon }: Picture): string {
  const centre: Point = orb?.at ?? [width * 0.5, horizon * 0.8]
  const halos = [0.72, 0.5, 0.31].map((reach, at) => {
    const r = unit * reach + (orb?.r ?? 0)
    return lifted(
      wobble(centre, r, r, 0.05, at * 2.1),
      mix(light.skyTop, mix(light.skyLow, light.glow, 0.3), (at + 1) / 3.4),
      unit * 0.012,
    )
  })
  return [
    ...halos,
    ...stars.filter(({ r }) => r > unit * 0.0014).map(({ at, r }) => circle(at, r * 1.5, { fill: '#fff6d8' })),
    orb ? lifted(wobble(orb.at, orb.r, orb.r, 0, 0), orb.colour, unit * 0.014) : '',
    ...clouds.map((cloud) => lifted(cloud, mix('#ffffff', light.haze, light.dark ? 0.75 : 0.3), unit * 0.012)),
  ].join('')
}

function sheet(layer: Layer, picture: Picture): string {
  const { unit, light } = picture
  const height = unit * (0.008 + 0.014 * layer.depth)
  switch (layer.kind) {
    case 'ridge':
      return lifted(layer.ring, saturate(layer.colour, 1.15), height * 1.3)
    case 'floor':
      return lifted(layer.ring, layer.colour, height) + (layer.surface === 'water' ? waves(picture, layer.colour) : '')
    case 'mist':
      return group({ opacity: '0.8' }, lifted(layer.ring, mix(layer.colour, '#ffffff', light.dark ? 0.1 : 0.4), height))
    case 'figure':
      return cutOut(layer, height, unit)
  }
}

function cutOut(figure: Figure, height: number, unit: number): string {
  const solid = figure.shapes.filter(({ tone, closed }) => closed && tone !== 'glow')
  const d = solid.map(({ ring }) => `${lineData(ring)}Z`).join('')
  const lift = figure.role === 'actor' ? height : height * 0.6
  const shadow = [1, 0.6, 0.3].map((share) => tag('path', { d, 'stroke-width': lift * 1.7 * share })).join('')
  const mirror = figure.afloat ? group({ opacity: '0.35' }, ...reflected(figure, 0.5).map(flat)) : ''
  return [
    mirror,
    group(
      {
        fill: 'none',
        stroke: '#1a1026',
        'stroke-opacity': '0.12',
        'stroke-linejoin': 'round',
        transform: `translate(0 ${String(Math.round(lift * 0.4))})`,
      },
      shadow,
    ),
    figure.role === 'actor'
      ? tag('path', { d, fill: '#fffaf0', stroke: '#fffaf0', 'stroke-width': unit * 0.009, 'stroke-linejoin': 'round' })
      : '',
    ...figure.shapes.map(flat),
  ].join('')
}

function flat({ ring, closed, colour, width }: Shape): string {
  return closed
    ? polygon(ring, { fill: colour })
    : polyline(ring, { stroke: colour, 'stroke-width': width, 'stroke-linecap': 'round' })
}

function waves({ width, height, horizon, unit }: Picture, colour: Colour): string {
  return [0.16, 0.42, 0.7]
    .map((share, row) => {
      const y = horizon + (height - horizon) * share
      const crest = Array.from({ length: 41 }, (_, at): Point => [
        -20 + ((width + 40) * at) / 40,
        y + Math.abs(Math.sin(at * 0.62 + row * 1.3)) * unit * 0.022,
      ])
      return lifted(
        [...crest, [width + 20, height + 20], [-20, height + 20]],
        lighten(colour, -0.035 * (row + 1)),
        unit * 0.009,
      )
    })
    .join('')
}

function falling({ rain, flakes, light, unit }: Picture): string {
  const drop = mix('#dfeefc', light.skyTop, 0.15)
  return [
    ...rain
      .filter((_, at) => at % 3 !== 0)
      .map(([from, to]) =>
        polyline([from, to], {
          stroke: drop,
          'stroke-width': unit * 0.006,
          'stroke-linecap': 'round',
          opacity: '0.85',
        }),
      ),
    ...flakes.map(
      ({ at: [x, y], r }) =>
        circle([x, y + r * 0.6], r * 1.5, { fill: '#1a1026', opacity: '0.14' }) +
        circle([x, y], r * 1.4, { fill: '#ffffff' }),
    ),
  ].join('')
}

const steps = [0.97, 0.82, 0.66, 0.5]

// Nested openings, each cut a little wider than the one behind it.
function frame({ width, height }: Canvas, { light, unit }: Picture, random: Random): string {
  const tone = mix(light.skyTop, light.shadow, light.dark ? 0.1 : 0.3)
  return [0, 1, 2, 3]
    .map((step) => {
      const edge = unit * (0.105 - step * 0.03)
      const opening = opened([width / 2, height / 2], [width / 2 - edge, height / 2 - edge], random.between(0, 7))
      const colour = withLightness(saturate(mix(tone, light.skyLow, 0.3), 0.9), steps[step] ?? 0.5)
      const d = `M-9 -9L${String(width + 9)} -9L${String(width + 9)} ${String(height + 9)}L-9 ${String(height + 9)}Z${lineData(opening)}Z`
      const shade = [1, 0.62, 0.3].map((share) => tag('path', { d, 'stroke-width': unit * 0.026 * share })).join('')
      return (
        group(
          {
            fill: 'none',
            stroke: '#1a1026',
            'stroke-opacity': '0.12',
            transform: `translate(0 ${String(Math.round(unit * 0.005))})`,
          },
          shade,
        ) + tag('path', { d, fill: colour, 'fill-rule': 'evenodd' })
      )
    })
    .join('')
}

function opened([cx, cy]: Point, [rx, ry]: Point, phase: number): Ring {
  const short = Math.min(rx, ry)
  return Array.from({ length: 128 }, (_, at): Point => {
    const angle = (at / 128) * Math.PI * 2
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    const ripple = short * (0.016 * Math.sin(angle * 8 + phase) + 0.012 * Math.sin(angle * 5 - phase))
    const x = Math.sign(c) * Math.abs(c) ** ((0.36 * short) / rx) * rx
    const y = Math.sign(s) * Math.abs(s) ** ((0.36 * short) / ry) * ry
    const away = Math.hypot(x, y) || 1
    return [cx + x + (x / away) * ripple, cy + y + (y / away) * ripple]
  })
}

function wobble([cx, cy]: Point, rx: number, ry: number, amount: number, phase: number): Ring {
  return Array.from({ length: 60 }, (_, at): Point => {
    const angle = (at / 60) * Math.PI * 2
    const ripple = 1 + amount * Math.sin(angle * 5 + phase) + amount * 0.6 * Math.sin(angle * 3 - phase)
    return [cx + Math.cos(angle) * rx * ripple, cy + Math.sin(angle) * ry * ripple]
  })
}
