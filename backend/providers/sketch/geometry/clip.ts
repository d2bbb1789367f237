import { edges } from './point.ts'
import type { Point, Ring } from './point.ts'

// Sutherland-Hodgman. The ring may be concave; the convex cutter must run clockwise on the screen.
export function clip(ring: Ring, cutter: Ring): Ring {
  let kept = ring
  for (const [a, b] of edges(cutter)) {
    if (kept.length === 0) return kept
    kept = halve(kept, a, b)
  }
  return kept
}

// Keeps what lies to the right of the line from a to b as seen walking along it (y grows downwards).
export function halve(ring: Ring, [ax, ay]: Point, [bx, by]: Point): Ring {
  const side = ([x, y]: Point) => (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  return edges(ring).flatMap(([from, to]) => {
    const [before, after] = [side(from), side(to)]
    const crossing = before >= 0 === after >= 0 ? [] : [between(from, to, before / (before - after))]
    return after >= 0 ? [...crossing, to] : crossing
  })
}

function between([x1, y1]: Point, [x2, y2]: Point, share: number): Point {
  return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]
}
