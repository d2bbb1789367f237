import type { Point, Ring } from './point.ts'
import { edges } from './point.ts'

export function inside([x, y]: Point, ring: Ring): boolean {
  let odd = false
  for (const [[x1, y1], [x2, y2]] of edges(ring)) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd
  }
  return odd
}
