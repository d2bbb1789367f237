import { channels, lighten, lightness, mix, saturate } from '../colour.ts'
import type { Colour } from '../colour.ts'
import { compose } from '../compose/compose.ts'
import type { Canvas } from '../compose/compose.ts'
import type { Figure, Layer, Picture } from '../compose/picture.ts'
import { reflected } from '../compose/place-figure.ts'
import { inside } from '../geometry/inside.ts'
import { boxOf } from '../geometry/point.ts'
import type { Point, Ring } from '../geometry/point.ts'
import type { Scene } from '../scene.ts'
import { circle, group, polygon, polyline, rect, short, tag } from '../svg.ts'

// One drum of the machine: its ink, what it takes out of a colour, the turn of its screen and how badly it is registered.
type Plate = { ink: Colour; take: (colour: Colour) => number; angle: number; shift: Point }

const deepBlue: Colour = '#1b4f9c'

const plates: readonly Plate[] = [
  { ink: '#ffd91f', take: (colour) => parted(colour).yellow, angle: 0.1, shift: [6, -5] },
  { ink: '#ff3f6e', take: (colour) => parted(colour).pink, angle: 0.9, shift: [-6, 4] },
  { ink: deepBlue, take: (colour) => parted(colour).blue, angle: 0.5, shift: [0, 0] },
]

// What is grey in a colour goes to the blue drum alone; three inks on top of each other would only make mud.
function parted(colour: Colour): { yellow: number; pink: number; blue: number } {
  const [red, green, blue] = channels(colour)
  const [c, m, y] = [1 - red / 255, 1 - green / 255, 1 - blue / 255]
  const grey = Math.min(c, m, y)
  const deep = Math.max(0, grey - 0.55)
  const pink = 1.55 * (m - grey) ** 1.25 - (c - grey) * 0.5
  // A brown prints as rust and an olive as green: their grey goes to the lighter drums instead.
  const warm = Math.min(1, Math.max(0, (y + m - 2 * grey) * 0.9 - (c - grey)))
  const leafy = c > m ? Math.min(1, (y - grey) * 2.4) : 0
  return {
    yellow: y - grey + grey * Math.max(warm * 0.6, leafy * 0.9),
    pink: Math.max(0, pink) + deep * 1.8 + grey * warm * 0.45,
    blue: (c - grey) * 1.05 + grey * (1 - Math.max(warm * 0.8, leafy * 0.55)),
  }
}

const paper: Colour = '#f6f0e2'

export function paintRisograph(scene: Scene, { width, height, seed }: Canvas): string {
  const margin = Math.min(width, height) * 0.07
  const inner = { width: width - margin * 2, height: height - margin * 2, seed }
  const picture = compose(scene, inner, 'risograph')
  const prints = plates.map((plate) => {
    const [dx, dy] = plate.shift
    return group(
      {
        style: 'mix-blend-mode:multiply',
        'clip-path': 'url(#plate)',
        transform: `translate(${String(margin + (dx * picture.unit) / 1000)} ${String(margin + (dy * picture.unit) / 1000)})`,
      },
      rect(0, 0, inner.width, inner.height, { fill: '#ffffff' }),
      heaven(picture, plate),
      ...picture.layers.map((layer) => print(layer, picture, plate)),
      falling(picture, plate),
    )
  })
  return [
    tag('clipPath', { id: 'plate' }, rect(0, 0, inner.width, inner.height, {})),
    rect(0, 0, width, height, { fill: paper }),
    ...prints,
    marks(width, height, margin),
  ].join('')
}

// The machine knows few tints, so a colour is rounded to what a drum can lay down.
function cover(colour: Colour, { take }: Plate): number {
  const share = Math.max(0, Math.min(1, (take(colour) - 0.1) * 1.2))
  return Math.round(share * 5) / 5
}

function flat(share: number, { ink }: Plate): Colour {
  return share <= 0 ? '#ffffff' : mix('#ffffff', ink, Math.min(1, 0.05 + share * 0.95))
}

function heaven(picture: Picture, plate: Plate): string {
  const { width, height, horizon, light, orb, clouds, stars, unit } = picture
  const reach = Math.max(horizon, height * 0.6)
  const whole: Ring = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  const tint = ([, y]: Point) =>
    saturate(
      lighten(mix(light.skyTop, light.skyLow, Math.min(1, Math.max(0, y / reach))), light.dark ? 0.14 : 0.02),
      1.45,
    )
  const cloud = cover(mix('#ffffff', light.haze, light.dark ? 0.7 : 0.1), plate)
  return [
    ...Array.from({ length: 10 }, (_, band) =>
      rect(0, (height * band) / 10, width, height / 10 + 1, {
        fill: flat(plate.take(tint([0, (height * (band + 0.5)) / 10])) * 0.6, plate),
      }),
    ),
    screen(whole, unit * 0.042, plate, (at) => plate.take(tint(at)) * 0.5),
    ...stars.filter((_, at) => at % 2 === 0).map(({ at, r }) => circle(at, r * 2.2, { fill: '#ffffff' })),
    orb ? circle(orb.at, orb.r * 1.25, { fill: flat(cover(orb.colour, plate), plate) }) : '',
    ...clouds.map((ring) => polygon(ring, { fill: flat(cloud, plate) })),
  ].join('')
}

// Halftone: the more ink a place needs, the larger its dot; past three quarters the dots close up.
function screen(ring: Ring, pitch: number, plate: Plate, share: (at: Point) => number): string {
  const box = boxOf([ring])
  const [cos, sin] = [Math.cos(plate.angle), Math.sin(plate.angle)]
  const centre: Point = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  const reach = Math.ceil(Math.hypot(box.right - box.left, box.bottom - box.top) / 2 / pitch)
  const dots: string[] = []
  for (let row = -reach; row <= reach; row += 1) {
    for (let column = -reach; column <= reach; column += 1) {
      const [u, v] = [(column + (row % 2 === 0 ? 0 : 0.5)) * pitch, row * pitch * 0.87]
      const at: Point = [centre[0] + u * cos - v * sin, centre[1] + u * sin + v * cos]
      if (at[0] < box.left - pitch || at[0] > box.right + pitch || at[1] < box.top || at[1] > box.bottom + pitch)
        continue
      const r = pitch * 0.6 * Math.sqrt(Math.max(0, Math.min(1, share(at))))
      if (r > pitch * 0.14 && inside(at, ring)) dots.push(dot(at, r))
    }
  }
  return tag('path', { d: dots.join(''), fill: plate.ink })
}

function dot([x, y]: Point, r: number): string {
  const [across, radius] = [short(r * 2), short(r)]
  return `M${short(x - r)} ${short(y)}a${radius} ${radius} 0 1 0 ${across} 0a${radius} ${radius} 0 1 0 -${across} 0`
}

function print(layer: Layer, picture: Picture, plate: Plate): string {
  const { unit, height } = picture
  switch (layer.kind) {
    case 'ridge':
    case 'floor': {
      const share = cover(layer.colour, plate)
      const base = polygon(layer.ring, { fill: flat(share * 0.75, plate) })
      const bottom = layer.kind === 'floor' ? height : boxOf([layer.crest]).bottom + unit * 0.12
      const top = boxOf([layer.ring]).top
      const shade =
        share < 0.2
          ? ''
          : screen(
              layer.ring.map(([x, y]): Point => [x, Math.min(y, height)]),
              unit * 0.034,
              plate,
              ([, y]) =>
                Math.max(
                  0,
                  (layer.kind === 'floor' ? 0.6 - (y - top) / (bottom - top) : 1 - (y - top) / (bottom - top)) *
                    share *
                    0.7,
                ),
            )
      return base + shade
    }
    case 'mist':
      return screen(layer.ring, unit * 0.05, { ...plate, ink: '#ffffff' }, () => 0.85)
    case 'figure':
      return stamp(layer, picture, plate)
  }
}

function stamp(figure: Figure, { unit }: Picture, plate: Plate): string {
  const actor = figure.role === 'actor'
  const solid = figure.shapes.filter(({ closed }) => closed)
  const size = Math.max(figure.box.right - figure.box.left, figure.box.bottom - figure.box.top)
  const knock = actor
    ? solid.map(({ ring }) =>
        polygon(ring, { fill: '#ffffff', stroke: '#ffffff', 'stroke-width': unit * 0.012, 'stroke-linejoin': 'round' }),
      )
    : []
  const parts = figure.shapes.map(({ ring, closed, colour, width, tone }) => {
    const sign = figure.role === 'building' && tone === 'accent'
    const strong = sign
      ? '#ff4a90'
      : tone === 'shade'
        ? lighten(colour, -0.06)
        : lightness(colour) > 0.9
          ? '#fffaf0'
          : colour
    const fill = flat(cover(strong, plate), plate)
    if (!closed) return polyline(ring, { stroke: fill, 'stroke-width': width })
    const texture =
      actor && tone === 'shade' && size > unit * 0.15 && plate.ink === deepBlue
        ? screen(ring, unit * 0.02, plate, () => 0.3)
        : ''
    return polygon(ring, { fill }) + texture
  })
  const mirror = figure.afloat
    ? reflected(figure, 0.5)
        .filter(({ closed, tone }) => closed && tone !== 'light')
        .map(({ ring, colour }) => (cover(colour, plate) > 0.35 ? screen(ring, unit * 0.022, plate, () => 0.5) : ''))
    : []
  return [...mirror, ...knock, ...parts].join('')
}

function falling({ rain, flakes, unit }: Picture, plate: Plate): string {
  return [
    ...rain.map(([from, to], at) =>
      polyline([from, to], {
        stroke: plate.ink === deepBlue && at % 2 === 0 ? plate.ink : '#ffffff',
        'stroke-width': unit * 0.0036,
      }),
    ),
    ...flakes.map(({ at, r }) => circle(at, r * 1.7, { fill: '#ffffff' })),
  ].join('')
}

function marks(width: number, height: number, margin: number): string {
  const r = margin * 0.16
  const cross = ([x, y]: Point) =>
    group(
      { stroke: '#2a2a3a', 'stroke-width': margin * 0.02, fill: 'none' },
      circle([x, y], r, {}),
      polyline(
        [
          [x - r * 1.6, y],
          [x + r * 1.6, y],
        ],
        {},
      ),
      polyline(
        [
          [x, y - r * 1.6],
          [x, y + r * 1.6],
        ],
        {},
      ),
    )
  const swatches = plates.map(({ ink }, at) =>
    rect(width / 2 + (at - 1.5) * margin * 0.62, height - margin * 0.66, margin * 0.5, margin * 0.3, { fill: ink }),
  )
  return [
    cross([margin / 2, height / 2]),
    cross([width - margin / 2, height / 2]),
    cross([width / 2, margin / 2]),
    ...swatches,
  ].join('')
}
