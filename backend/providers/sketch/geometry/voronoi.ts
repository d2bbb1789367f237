import { halve } from './clip.ts'
import type { Box, Point, Ring } from './point.ts'

export function voronoi(seeds: readonly Point[], box: Box): Ring[] {
  const frame: Ring = [
    [box.left, box.top],
    [box.right, box.top],
    [box.right, box.bottom],
    [box.left, box.bottom],
  ]
  return seeds.map((seed) =>
    seeds.reduce<Ring>(
      (cell, other) => (other === seed || cell.length === 0 ? cell : nearer(cell, seed, other)),
      frame,
    ),
  )
}

function nearer(cell: Ring, [x, y]: Point, [ox, oy]: Point): Ring {
  const middle: Point = [(x + ox) / 2, (y + oy) / 2]
  return halve(cell, middle, [middle[0] - (oy - y), middle[1] + (ox - x)])
}
