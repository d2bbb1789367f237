import { envelope } from '../geometry/envelope.ts'
import { mix } from '../colour.ts'
import type { Point, Ring } from '../geometry/point.ts'
import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'
import type { Light } from './light.ts'
import type { Orb, Picture } from './picture.ts'
import type { Frame } from './terrain.ts'

export function orbOf(scene: Scene, frame: Frame, light: Light, random: Random): Orb | undefined {
  const { place, time, weather, subjects } = scene
  const asked = subjects.find(
    ({ id, count }, at) => (id === 'moon' || id === 'sun') && count === 1 && (at > 0 || subjects.length === 1),
  )
  if (!asked && (place === 'underwater' || place === 'space' || place === 'room')) return undefined
  // Nine moons need no tenth.
  if (!asked && subjects.some(({ id }) => id === 'moon' || id === 'sun' || id === 'crescent')) return undefined
  if (!asked && (weather.has('storm') || (weather.has('rain') && time === 'day'))) return undefined
  const kind = asked?.id === 'moon' || (!asked && light.dark) ? 'moon' : 'sun'
  const low = time === 'dawn' || time === 'sunset' || time === 'golden'
  const sole = asked && subjects.length === 1
  const r = frame.unit * (sole ? 0.2 : asked ? 0.13 : low ? 0.1 : 0.075)
  const x =
    frame.width *
    (sole ? random.between(0.4, 0.6) : random.pick([random.between(0.18, 0.34), random.between(0.66, 0.82)]))
  const y =
    low && !sole && place !== 'sky'
      ? frame.horizon - r * random.between(0.8, 1.6)
      : frame.horizon * random.between(0.24, 0.34)
  const colour = asked?.colours[0] ?? (kind === 'moon' ? '#f7efcf' : mix(light.glow, '#ffd35a', low ? 0.15 : 0.6))
  return { kind, at: [x, Math.max(r * 1.3, y)], r, colour }
}

export function starsOf(
  scene: Scene,
  { width, height, horizon, unit }: Frame,
  light: Light,
  random: Random,
): Picture['stars'] {
  if (!light.dark || scene.place === 'underwater' || scene.place === 'room') return []
  const many = scene.place === 'space' ? 150 : scene.time === 'night' ? 90 : 35
  return Array.from({ length: Math.round((many * width * height) / unit ** 2) }, () => ({
    at: [random.next() * width, random.next() ** 1.3 * Math.min(horizon, height)] as const,
    r: unit * (0.0011 + 0.0028 * random.next() ** 3),
  }))
}

export function cloudsOf(scene: Scene, { width, horizon, unit }: Frame, orb: Orb | undefined, random: Random): Ring[] {
  const { place, weather, time } = scene
  if (place === 'space' || place === 'underwater' || place === 'room') return []
  const heavy = weather.has('clouds') || weather.has('rain') || weather.has('storm') || place === 'sky'
  const count = heavy ? 6 : weather.has('wind') ? 4 : time === 'night' ? 1 : 3
  return Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const x = ((at + random.between(0.1, 0.9)) / count) * width
    const y = horizon * random.between(0.1, 0.5)
    const wide = unit * random.between(0.1, heavy ? 0.22 : 0.16)
    const cloud = puff([x, y], wide, random)
    const covers =
      orb && Math.abs(x - orb.at[0]) < wide + orb.r && Math.abs(y - wide * 0.3 - orb.at[1]) < wide * 0.5 + orb.r
    return covers ? [] : [cloud]
  })
}

function puff([x, y]: Point, wide: number, random: Random): Ring {
  const count = random.whole(3, 5)
  const bumps = Array.from({ length: count }, (_, bump) => {
    const share = (bump + 0.5) / count
    const reach = wide * (0.3 + 0.32 * Math.sin(share * Math.PI)) * random.between(0.85, 1.1)
    return {
      x: x + wide * (share * 1.7 - 0.85),
      reach,
      rise: (offset: number) => Math.sqrt(1 - offset * offset) * reach * 0.9,
    }
  })
  const top = envelope(bumps, x - wide * 1.15, x + wide * 1.15, y, 44)
  return [...top, [x + wide * 1.1, y + wide * 0.1], [x - wide * 1.1, y + wide * 0.1]]
}
