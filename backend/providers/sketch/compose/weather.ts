import { lighten } from '../colour.ts'
import { boxOf } from '../geometry/point.ts'
import type { Point, Ring } from '../geometry/point.ts'
import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'
import type { Light } from './light.ts'
import type { Figure, Mist, Picture } from './picture.ts'
import type { Frame } from './terrain.ts'

export function fallingOf(
  { weather, place }: Scene,
  { width, height, unit }: Frame,
  random: Random,
): Pick<Picture, 'rain' | 'flakes'> {
  const outside = place !== 'room' && place !== 'underwater' && place !== 'space'
  const spread = (count: number) =>
    Array.from({ length: outside ? Math.round((count * width * height) / unit ** 2) : 0 }, (): Point => [
      random.between(-0.05, 1.05) * width,
      random.between(-0.05, 1) * height,
    ])
  const wet = weather.has('rain') || weather.has('storm')
  return {
    rain: spread(wet ? (weather.has('storm') ? 190 : 140) : 0).map(([x, y]) => {
      const length = unit * random.between(0.04, 0.1)
      return [
        [x, y],
        [x - length * 0.28, y + length],
      ] as const
    }),
    flakes: spread(weather.has('snow') ? 170 : 0).map((at) => ({ at, r: unit * random.between(0.003, 0.0085) })),
  }
}

// Lightning, far behind everything that stands on the ground.
export function boltsOf({ weather }: Scene, { width, horizon, unit }: Frame, random: Random): Figure[] {
  if (!weather.has('storm')) return []
  return [random.between(0.1, 0.35), random.between(0.65, 0.9)].map((share) => {
    const x = width * share
    const steps = [0, 0.24, 0.3, 0.56, 0.62, 1]
    const points = steps.map((step, at): Point => [
      x + unit * (at % 2 === 0 ? 0.02 : -0.05) * (1 - step * 0.5) - step * unit * 0.03,
      horizon * (0.12 + step * 0.8),
    ])
    const ring = [
      ...points,
      ...points
        .slice(0, -1)
        .toReversed()
        .map(([px, py]): Point => [px + unit * 0.022, py]),
    ]
    return {
      kind: 'figure',
      id: 'bolt',
      role: 'prop',
      depth: 0.02,
      shapes: [{ ring, closed: true, tone: 'glow', colour: '#fff3a6', width: 1 }],
      box: boxOf([ring]),
      colour: '#fff3a6',
      afloat: false,
    }
  })
}

export function mistOf(
  { weather, place }: Scene,
  { width, height, horizon, unit }: Frame,
  light: Light,
  random: Random,
): Mist[] {
  if (!weather.has('mist') || place === 'room' || place === 'space') return []
  const band = (middle: number, thick: number, depth: number): Mist => {
    const [top, bottom] = [middle - thick / 2, middle + thick / 2]
    return {
      kind: 'mist',
      ring: veil(width, top, bottom, unit * 0.02, random),
      top,
      bottom,
      colour: lighten(light.haze, light.dark ? 0.12 : 0.06),
      depth,
    }
  }
  const room = height - horizon
  return [
    band(horizon - unit * 0.12, unit * 0.09, 0.25),
    band(horizon - unit * 0.02, unit * 0.1, 0.49),
    band(horizon + room * 0.22, unit * 0.06, 0.62),
    band(horizon + room * 0.8, unit * 0.08, 0.93),
  ]
}

function veil(width: number, top: number, bottom: number, sway: number, random: Random): Ring {
  const [a, b] = [random.between(0, 7), random.between(0, 7)]
  const edge = (y: number, phase: number): Point[] =>
    Array.from({ length: 25 }, (_, at): Point => [
      -20 + ((width + 40) * at) / 24,
      y + Math.sin(at * 0.7 + phase) * sway,
    ])
  return [...edge(top, a), ...edge(bottom, b).toReversed()]
}
