import type { Point, Ring } from './point.ts'

export type Bump = { x: number; reach: number; rise: (offset: number) => number }

// The upper outline of overlapping bumps, so that no outline crosses itself.
export function envelope(bumps: readonly Bump[], left: number, right: number, base: number, steps: number): Ring {
  return Array.from({ length: steps + 1 }, (_, at): Point => {
    const x = left + ((right - left) * at) / steps
    const rises = bumps.map((bump) => (Math.abs(x - bump.x) < bump.reach ? bump.rise((x - bump.x) / bump.reach) : 0))
    return [x, base - Math.max(0, ...rises)]
  })
}
