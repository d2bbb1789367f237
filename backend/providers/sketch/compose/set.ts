import { mix } from '../colour.ts'
import type { Colour } from '../colour.ts'
import { boxOf } from '../geometry/point.ts'
import type { Point, Ring } from '../geometry/point.ts'
import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'
import { billows, hills } from './crests.ts'
import { lit } from './light.ts'
import type { Light } from './light.ts'
import type { Figure, Layer, Shape } from './picture.ts'
import type { Cue } from './stage.ts'
import { landColour, ridge } from './terrain.ts'
import type { Frame } from './terrain.ts'

// What the actors need under their feet, and the fixed furniture of a place.
export function setOf(scene: Scene, frame: Frame, light: Light, cues: readonly Cue[], random: Random): Layer[] {
  const { width, height, horizon, unit } = frame
  const standing = cues.filter(({ act }) => act.stage === 'ground' && act.id !== 'bridge')
  const foot = Math.min(height * 0.94, ...standing.map(({ spot }) => spot.base))
  const bank = (form: 'bank' | 'dunes' | 'clouds', crest: Ring, colour: Colour, depth: number) =>
    ridge(form, crest, height, lit(colour, light, 0.95), depth)
  switch (scene.place) {
    case 'sea':
    case 'lake':
    case 'river': {
      if (standing.length === 0) return []
      if (standing.every(({ act }) => buildings.has(act.id))) return standing.map((cue) => island(cue, frame, light))
      const shore = scene.place === 'sea' ? '#d9c08c' : landColour({ ...scene, place: 'field' }, 'bank')
      return [bank('bank', hills({ width, y: foot - unit * 0.01, height: unit * 0.035 }, random), shore, 0.58)]
    }
    case 'beach':
      return [
        bank('bank', hills({ width, y: Math.min(foot, height * 0.82), height: unit * 0.06 }, random), '#efd7a2', 0.58),
      ]
    case 'desert':
      return [
        bank(
          'bank',
          hills({ width, y: horizon + (height - horizon) * 0.3, height: unit * 0.06 }, random),
          '#eab26c',
          0.55,
        ),
      ]
    case 'rooftop':
      return [roof(scene, frame, light)]
    case 'sky':
      return [
        bank('clouds', billows({ width, y: height * 0.9, height: unit * 0.16 }, random), '#fff6ec', 0.6),
        bank('clouds', billows({ width, y: height * 1.01, height: unit * 0.16 }, random), '#ffffff', 0.97),
      ]
    case 'space':
      return standing.length === 0
        ? []
        : [bank('bank', hills({ width, y: foot - unit * 0.01, height: unit * 0.05 }, random), '#8f7fa8', 0.58)]
    case 'room':
      return [wall(scene, frame, light), window(scene, frame, light, random), table(frame, standing)]
    case 'underwater':
      return [ripples(frame), ...seaweed(frame, random), bubbles(frame, random)]
    case 'mountains':
    case 'forest':
    case 'city':
    case 'street':
    case 'village':
    case 'field':
    case 'garden':
    case 'snowfield':
      return []
  }
}

function figure(id: string, depth: number, shapes: Shape[], colour: Colour): Figure {
  return {
    kind: 'figure',
    id,
    role: 'prop',
    depth,
    shapes,
    box: boxOf(shapes.map(({ ring }) => ring)),
    colour,
    afloat: false,
  }
}

function block(left: number, top: number, right: number, bottom: number, tone: Shape['tone'], colour: Colour): Shape {
  const ring: Ring = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]
  return { ring, closed: true, tone, colour, width: 2 }
}

const buildings = new Set<string>([
  'lighthouse',
  'castle',
  'house',
  'tower',
  'church',
  'pagoda',
  'windmill',
  'pyramid',
  'tree',
  'palm',
])

function island({ act, spot }: Cue, { unit }: Frame, light: Light): Figure {
  const half = act.width * spot.scale * 0.5 + unit * 0.1
  const colour = lit('#77706a', light, 0.95)
  const rise = (share: number) => Math.sin(share * Math.PI) ** 0.6 * unit * 0.05 * (1 + 0.25 * Math.sin(share * 19))
  const crest = Array.from({ length: 25 }, (_, at): Point => [
    spot.x - half + (half * 2 * at) / 24,
    spot.base + unit * 0.03 - rise(at / 24),
  ])
  const under = Array.from({ length: 25 }, (_, at): Point => [
    spot.x + half - (half * 2 * at) / 24,
    spot.base + unit * 0.03 + rise(at / 24) * 0.4,
  ])
  const shapes: Shape[] = [
    { ring: [...crest, ...under], closed: true, tone: 'body', colour, width: 2 },
    {
      ring: [...crest.slice(12), ...under.slice(0, 13)],
      closed: true,
      tone: 'shade',
      colour: mix(colour, light.shadow, 0.3),
      width: 2,
    },
  ]
  return figure('island', spot.depth - 0.005, shapes, colour)
}

function roof(scene: Scene, { width, height, horizon, unit }: Frame, light: Light): Figure {
  const colour = lit(landColour(scene, 'bank'), light, 1)
  const ring: Ring = [
    [-10, horizon],
    [width + 10, horizon],
    [width + 10, height + 10],
    [-10, height + 10],
  ]
  const rows = [0.2, 0.42, 0.68].map((share) => {
    const y = horizon + (height - horizon) * share
    return block(-10, y, width + 10, y + unit * 0.014, 'shade', mix(colour, light.shadow, 0.35))
  })
  const chimney = block(
    width * 0.84,
    horizon - unit * 0.13,
    width * 0.92,
    horizon + 6,
    'accent',
    mix(colour, light.shadow, 0.2),
  )
  const cap = block(
    width * 0.83,
    horizon - unit * 0.15,
    width * 0.93,
    horizon - unit * 0.12,
    'dark',
    mix(colour, light.shadow, 0.5),
  )
  const edge = block(-10, horizon, width + 10, horizon + unit * 0.022, 'light', mix(colour, '#ffffff', 0.18))
  return figure(
    'roof',
    0.58,
    [chimney, cap, { ring, closed: true, tone: 'body', colour, width: 2 }, ...rows, edge],
    colour,
  )
}

function wall({ palette, time }: Scene, { width, horizon, unit }: Frame, light: Light): Figure {
  const paint = mix(mix(palette[1] ?? '#e8cfa8', light.shadow, light.gloom * 0.5), '#8fb0a8', time === 'day' ? 0.25 : 0)
  const stripes = Array.from({ length: Math.ceil(width / (unit * 0.16)) }, (_, at) =>
    block(at * unit * 0.16, -10, at * unit * 0.16 + unit * 0.07, horizon, 'light', mix(paint, '#ffffff', 0.12)),
  )
  return figure('wall', 0.1, [block(-10, -10, width + 10, horizon + 4, 'body', paint), ...stripes], paint)
}

function window({ palette }: Scene, { width, horizon, unit }: Frame, light: Light, random: Random): Figure {
  const wide = unit * 0.44
  const left = random.pick([width * 0.08, width * 0.92 - wide])
  const [top, bottom] = [horizon * 0.14, horizon * 0.78]
  const bar = unit * 0.014
  const frame = palette[0] ?? '#f4ead8'
  const middle = left + wide / 2
  const shapes = [
    block(left - bar * 2, top - bar * 2, left + wide + bar * 2, bottom + bar * 2, 'pale', frame),
    block(left, top, left + wide, bottom, 'light', mix(light.skyTop, light.skyLow, 0.35)),
    block(left, (top + bottom) / 2 + unit * 0.06, left + wide, bottom, 'shade', light.skyLow),
    block(middle - bar / 2, top, middle + bar / 2, bottom, 'pale', frame),
    block(left, (top + bottom) / 2 - bar / 2, left + wide, (top + bottom) / 2 + bar / 2, 'pale', frame),
  ]
  return figure('window', 0.3, shapes, frame)
}

function table({ width, height, horizon, unit }: Frame, standing: readonly Cue[]): Figure {
  const top = Math.min(horizon + (height - horizon) * 0.3, ...standing.map(({ spot }) => spot.base - unit * 0.05))
  const shapes = [
    block(-10, top, width + 10, height + 10, 'body', '#a9714a'),
    block(-10, height * 0.95, width + 10, height + 10, 'shade', '#84532f'),
  ]
  return figure('table', 0.56, shapes, '#a9714a')
}

function seaweed({ width, height, unit }: Frame, random: Random): Figure[] {
  return Array.from({ length: 9 }, (_, at) => {
    const x = width * (at % 2 === 0 ? random.between(0, 0.24) : random.between(0.76, 1))
    const [tall, wide, sway] = [
      unit * random.between(0.14, 0.36),
      unit * random.between(0.018, 0.03),
      random.between(0, 6),
    ]
    const side = (sign: 1 | -1) =>
      Array.from({ length: 9 }, (_step, step): Point => {
        const share = step / 8
        return [
          x + Math.sin(share * 5 + sway) * unit * 0.02 * share * 2 + sign * wide * (1 - share) ** 0.7,
          height * 1.01 - tall * share,
        ]
      })
    const colour = random.pick<Colour>(['#2f8f6a', '#1f7a6e', '#c25a6e', '#5aa04e'])
    return figure(
      'seaweed',
      0.7 + at * 0.02,
      [{ ring: [...side(-1), ...side(1).toReversed()], closed: true, tone: 'body', colour, width: 2 }],
      colour,
    )
  })
}

function ripples({ width, height, unit }: Frame): Figure {
  const shapes = [0.05, 0.085, 0.125].map((share, row): Shape => {
    const ring = Array.from({ length: 41 }, (_, at): Point => [
      -10 + ((width + 20) * at) / 40,
      height * share + Math.sin(at * (0.9 - row * 0.12) + row * 2) * unit * 0.009,
    ])
    return { ring, closed: false, tone: 'cord', colour: '#c9f3f5', width: unit * (0.008 - row * 0.002) }
  })
  return figure('ripples', 0.15, shapes, '#c9f3f5')
}

function bubbles({ width, height, unit }: Frame, random: Random): Figure {
  const shapes = Array.from({ length: 16 }, (): Shape => {
    const [x, y, r] = [
      random.between(0.05, 0.95) * width,
      random.between(0.08, 0.8) * height,
      unit * random.between(0.004, 0.014),
    ]
    const ring = Array.from({ length: 12 }, (_, at): Point => [
      x + r * Math.cos(at * 0.5236),
      y + r * Math.sin(at * 0.5236),
    ])
    return { ring, closed: true, tone: 'light', colour: '#d8f6f8', width: 1.5 }
  })
  return figure('bubbles', 0.56, shapes, '#d8f6f8')
}
