export type Point = readonly [x: number, y: number]

export type Ring = readonly Point[]

export type Box = { left: number; top: number; right: number; bottom: number }

export function boxOf(rings: Iterable<Ring>): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const ring of rings) {
    for (const [x, y] of ring) {
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y)
    }
  }
  return box
}

export function edges(ring: Ring): [Point, Point][] {
  return ring.map((point, at) => [point, ring[(at + 1) % ring.length] ?? point])
}

export function centreOf(ring: Ring): Point {
  const sum = ring.reduce<[number, number]>(([sx, sy], [x, y]) => [sx + x, sy + y], [0, 0])
  return [sum[0] / ring.length, sum[1] / ring.length]
}

export function areaOf(ring: Ring): number {
  return Math.abs(edges(ring).reduce((sum, [[x1, y1], [x2, y2]]) => sum + x1 * y2 - x2 * y1, 0)) / 2
}
