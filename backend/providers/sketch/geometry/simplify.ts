import type { Point, Ring } from './point.ts'

// Douglas-Peucker: keeps the corners that carry the shape.
export function simplify(ring: Ring, tolerance: number): Ring {
  const [first] = ring
  const last = ring.at(-1)
  if (!first || !last || ring.length < 4) return ring
  const half = Math.floor(ring.length / 2)
  return [...reduce(ring.slice(0, half + 1), tolerance).slice(0, -1), ...reduce(ring.slice(half), tolerance)]
}

function reduce(line: Ring, tolerance: number): Ring {
  const [first] = line
  const last = line.at(-1)
  if (!first || !last || line.length < 3) return line
  let worst = 0
  let split = 0
  for (const [at, point] of line.entries()) {
    const off = distance(point, first, last)
    if (off > worst) [worst, split] = [off, at]
  }
  if (worst <= tolerance) return [first, last]
  return [...reduce(line.slice(0, split + 1), tolerance).slice(0, -1), ...reduce(line.slice(split), tolerance)]
}

function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const length = Math.hypot(x2 - x1, y2 - y1)
  if (length === 0) return Math.hypot(x - x1, y - y1)
  return Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
}
