import type { Point, Ring } from './point.ts'

export type Trace = { ring: Ring; closed: boolean }

// Understands absolute M, L, Q, C and Z, which is all that the silhouettes are written in.
export function flatten(path: string): Trace[] {
  const traces: Trace[] = []
  let ring: Point[] = []
  const end = (closed: boolean) => {
    if (ring.length > 1) traces.push({ ring, closed })
    ring = []
  }
  for (const [, letter = '', text = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const points = pairs((text.match(/-?\d*\.?\d+/g) ?? []).map(Number))
    if (letter === 'M') end(false)
    if (letter === 'M' || letter === 'L') ring.push(...points)
    if (letter === 'Q') for (const [control, to] of groups(points, 2)) ring.push(...quadratic(ring.at(-1), control, to))
    if (letter === 'C') for (const [a, b, to] of groups(points, 3)) ring.push(...cubic(ring.at(-1), a, b, to))
    if (letter === 'Z') end(true)
  }
  end(false)
  return traces
}

function pairs(numbers: number[]): Point[] {
  return groups(numbers, 2).map(([x = 0, y = 0]) => [x, y])
}

function groups<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.floor(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))
}

const steps = [1, 2, 3, 4, 5, 6, 7, 8].map((step) => step / 8)
const origin: Point = [0, 0]

function quadratic(from = origin, control = origin, to = origin): Point[] {
  const towards = (start: Point): Point => [
    start[0] + (2 / 3) * (control[0] - start[0]),
    start[1] + (2 / 3) * (control[1] - start[1]),
  ]
  return cubic(from, towards(from), towards(to), to)
}

function cubic(from = origin, a = origin, b = origin, to = origin): Point[] {
  return steps.map((t) => {
    const s = 1 - t
    const weigh = (i: 0 | 1) => s ** 3 * from[i] + 3 * s * s * t * a[i] + 3 * s * t * t * b[i] + t ** 3 * to[i]
    return [weigh(0), weigh(1)]
  })
}
