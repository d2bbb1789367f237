import { lighten, lightness, saturate } from '../colour.ts'
import type { Colour } from '../colour.ts'
import type { Point, Ring } from '../geometry/point.ts'
import type { Random } from '../random.ts'

export const paper: Colour = '#fdfbf6'

export function thin(colour: Colour): Colour {
  return saturate(lighten(colour, (0.97 - lightness(colour)) * 0.22), 1.2)
}

export function soften(ring: Ring, amount: number, random: Random): Ring {
  return ring.flatMap((point, at): Point[] => {
    const next = ring[(at + 1) % ring.length] ?? point
    const jog = () => random.between(-1, 1) * amount
    const long = Math.hypot(next[0] - point[0], next[1] - point[1]) > amount * 6
    const moved: Point = [point[0] + jog(), point[1] + jog()]
    return long ? [moved, [(point[0] + next[0]) / 2 + jog() * 1.4, (point[1] + next[1]) / 2 + jog() * 1.4]] : [moved]
  })
}
