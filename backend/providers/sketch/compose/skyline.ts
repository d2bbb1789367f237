import { mix } from '../colour.ts'
import type { Colour } from '../colour.ts'
import { boxOf } from '../geometry/point.ts'
import type { Ring } from '../geometry/point.ts'
import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'
import { lit } from './light.ts'
import type { Light } from './light.ts'
import type { Figure, Shape } from './picture.ts'
import type { Frame } from './terrain.ts'

const neons: readonly [Colour, ...Colour[]] = ['#ff3fa4', '#2ee6ff', '#b26bff', '#ffd23f', '#4dffb0']
const walls: readonly [Colour, ...Colour[]] = ['#7d86a6', '#a08b8f', '#6e7f94', '#b59a84', '#8a7f9c']

export function skyline(
  scene: Scene,
  frame: Frame,
  light: Light,
  random: Random,
  row: { depth: number; tall: number; foot: number },
): Figure[] {
  const buildings: Figure[] = []
  for (let x = -frame.unit * 0.03; x < frame.width;) {
    const wide = frame.unit * random.between(0.11, 0.19) * (0.75 + row.depth * 0.6)
    // Lower towards the middle, so that the sky has a place of its own.
    const valley = 0.5 + Math.min(1, Math.abs((x + wide / 2) / frame.width - 0.5) * 2.4) * 0.5
    const tall = row.tall * random.between(0.6, 1) * (row.depth < 0.5 ? valley : 0.6 + valley * 0.4)
    buildings.push(
      building(scene, light, random, { x, foot: row.foot, wide, tall, depth: row.depth + buildings.length * 0.0005 }),
    )
    x += wide * random.between(0.98, 1.3)
  }
  return buildings
}

type Plot = { x: number; foot: number; wide: number; tall: number; depth: number }

function building({ mood, palette, weather, place }: Scene, light: Light, random: Random, plot: Plot): Figure {
  const { x, foot, wide, tall, depth } = plot
  const top = foot - tall
  const neon = mood === 'neon' || (light.dark && random.chance(0.15))
  const sign = palette[0] ?? random.pick(neons)
  const wet = light.dark && weather.has('rain') && (place === 'city' || place === 'street')
  const wall = lit(
    light.dark ? mix(random.pick(walls), '#141a3c', 0.25 + depth * 0.75) : random.pick(walls),
    light,
    depth + 0.2,
  )
  const shapes: Shape[] = [shape(rectangle(x, top, wide, tall + 8), 'body', wall)]
  shapes.push(shape(rectangle(x + wide * 0.72, top, wide * 0.28, tall + 8), 'shade', mix(wall, light.shadow, 0.25)))
  const crown = random.next()
  if (crown < 0.3)
    shapes.push(shape(rectangle(x + wide * 0.2, top - tall * 0.08, wide * 0.6, tall * 0.09), 'body', wall))
  else if (crown < 0.45)
    shapes.push(
      shape(
        [
          [x, top + 1],
          [x + wide / 2, top - wide * 0.45],
          [x + wide, top + 1],
        ],
        'body',
        wall,
      ),
    )
  else if (crown < 0.6)
    shapes.push(shape(rectangle(x + wide * 0.47, top - tall * 0.16, wide * 0.06, tall * 0.17), 'dark', wall))
  const pane = wide / 6
  for (let level = top + pane * 0.9; level < foot - pane * 1.4; level += pane * 2.3) {
    for (const column of depth < 0.3 ? [] : [0.7, 2.3, 3.9]) {
      const on = random.chance(light.dark ? 0.6 : 0.9)
      const colour = light.dark
        ? neon && random.chance(0.45)
          ? random.pick(neons)
          : '#ffd98a'
        : mix(wall, '#f4fbff', 0.45)
      if (on)
        shapes.push(
          shape(
            rectangle(x + pane * column, level, pane * 1.1, pane * 1.3),
            'glow',
            mix(colour, wall, (1 - depth) * 0.45),
          ),
        )
    }
  }
  if (neon && depth > 0.3 && random.chance(0.6)) {
    shapes.push(
      shape(
        rectangle(
          x + wide * random.between(0.1, 0.7),
          top + tall * 0.12,
          wide * 0.18,
          tall * random.between(0.25, 0.42),
        ),
        'accent',
        sign,
      ),
    )
  }
  if (wet && depth > 0.3) {
    const middle = x + wide * random.between(0.3, 0.7)
    for (let dash = 0; dash < 5; dash += 1) {
      const half = wide * random.between(0.1, 0.34) * (1 - dash * 0.13)
      const ripple = rectangle(middle - half, foot + wide * (0.12 + dash * 0.17), half * 2, wide * 0.06)
      shapes.push(shape(ripple, 'light', mix(neon ? sign : '#ffd98a', light.shadow, 0.25 + dash * 0.12)))
    }
  }
  return {
    kind: 'figure',
    id: 'building',
    role: 'building',
    depth,
    shapes,
    box: boxOf(shapes.map(({ ring }) => ring)),
    colour: neon ? sign : wall,
    afloat: false,
  }
}

function shape(ring: Ring, tone: Shape['tone'], colour: Colour): Shape {
  return { ring, closed: true, tone, colour, width: 1 }
}

function rectangle(x: number, y: number, width: number, height: number): Ring {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]
}
