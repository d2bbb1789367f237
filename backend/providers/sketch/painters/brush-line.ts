import type { Colour } from '../colour.ts'
import type { Point, Ring } from '../geometry/point.ts'
import type { Random } from '../random.ts'
import { polygon } from '../svg.ts'

// A stroke that swells and thins along its way and ends in a point.
export function brushLine(line: Ring, width: number, colour: Colour, random: Random): string {
  const [phase, tempo] = [random.between(0, 7), random.between(0.25, 0.6)]
  const edge = (sign: 1 | -1) =>
    line.map((point, at): Point => {
      const before = line[at - 1] ?? point
      const after = line[at + 1] ?? point
      const [dx, dy] = [after[0] - before[0], after[1] - before[1]]
      const length = Math.hypot(dx, dy) || 1
      const ends = Math.min(1, 0.25 + Math.min(at, line.length - 1 - at) * 0.75)
      const reach = (width / 2) * ends * (0.72 + 0.45 * Math.sin(at * tempo + phase)) * random.between(0.8, 1.2)
      return [point[0] - (sign * dy * reach) / length, point[1] + (sign * dx * reach) / length]
    })
  return polygon([...edge(1), ...edge(-1).toReversed()], { fill: colour })
}
