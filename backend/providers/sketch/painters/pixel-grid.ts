import type { Colour } from '../colour.ts'
import { edges } from '../geometry/point.ts'
import type { Ring } from '../geometry/point.ts'

export type PixelGrid = {
  columns: number
  set: (x: number, y: number, colour: Colour) => void
  fill: (ring: Ring, colour: Colour) => void
  fillWhere: (ring: Ring, colour: Colour, where: (x: number, y: number) => boolean) => void
  fillWith: (ring: Ring, colour: (x: number, y: number) => Colour) => void
  line: (points: Ring, colour: Colour) => void
  paths: () => string
}

export function pixelGrid(columns: number, rows: number): PixelGrid {
  const cells = Array.from({ length: columns * rows }, (): Colour => '#000000')
  const set = (x: number, y: number, colour: Colour) => {
    if (x >= 0 && y >= 0 && x < columns && y < rows) cells[y * columns + x] = colour
  }
  const fillWith = (ring: Ring, colour: (x: number, y: number) => Colour) => {
    for (const [x, y] of covered(ring, columns, rows)) set(x, y, colour(x, y))
  }
  return {
    columns,
    set,
    fillWith,
    fill: (ring, colour) => fillWith(ring, () => colour),
    fillWhere: (ring, colour, where) => {
      for (const [x, y] of covered(ring, columns, rows)) if (where(x, y)) set(x, y, colour)
    },
    line: (points, colour) => {
      for (const [at, [x1, y1]] of points.entries()) {
        const [x2, y2] = points[at + 1] ?? [x1, y1]
        const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) * 1.5))
        for (let step = 0; step <= steps; step += 1)
          set(Math.floor(x1 + ((x2 - x1) * step) / steps), Math.floor(y1 + ((y2 - y1) * step) / steps), colour)
      }
    },
    paths: () => runs(cells, columns),
  }
}

// Even-odd scan lines through the middle of each row of cells.
function covered(ring: Ring, columns: number, rows: number): [number, number][] {
  const cells: [number, number][] = []
  const sides = edges(ring)
  for (let y = 0; y < rows; y += 1) {
    const middle = y + 0.5
    const crossings = sides
      .filter(([[, y1], [, y2]]) => y1 > middle !== y2 > middle)
      .map(([[x1, y1], [x2, y2]]) => x1 + ((middle - y1) / (y2 - y1)) * (x2 - x1))
      .toSorted((a, b) => a - b)
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [from = 0, to = 0] = crossings.slice(at, at + 2)
      for (let x = Math.max(0, Math.ceil(from - 0.5)); x < Math.min(columns, to - 0.5); x += 1) cells.push([x, y])
    }
  }
  return cells
}

function runs(cells: readonly Colour[], columns: number): string {
  const paths = new Map<Colour, string[]>()
  for (let at = 0; at < cells.length;) {
    const colour = cells[at] ?? '#000000'
    const [x, y] = [at % columns, Math.floor(at / columns)]
    let length = 1
    while (x + length < columns && cells[at + length] === colour) length += 1
    const list = paths.get(colour) ?? []
    list.push(`M${String(x)} ${String(y)}h${String(length)}v1h-${String(length)}z`)
    paths.set(colour, list)
    at += length
  }
  return [...paths].map(([colour, list]) => `<path fill="${colour}" d="${list.join('')}"/>`).join('')
}
