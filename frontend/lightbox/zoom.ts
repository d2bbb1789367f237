/** How the picture lies on the stage: at scale 1 it fits; x and y are its centre's way from the stage's, in px. */
export type View = { scale: number; x: number; y: number }
export type Point = { x: number; y: number }
type Size = { width: number; height: number }
/** `picture` is its size at scale 1. */
export type Bounds = { stage: Size; picture: Size }

export const fitted: View = { scale: 1, x: 0, y: 0 }

const largest = 8

/** Larger or smaller by a factor; what lies under `at` (from the stage's centre) stays there as far as it can. */
export function zoomed(view: View, factor: number, at: Point, bounds: Bounds): View {
  const scale = clamp(view.scale * factor, 1, largest)
  const ratio = scale / view.scale
  return held({ scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio }, bounds)
}

export const moved = (view: View, by: Point, bounds: Bounds): View =>
  held({ ...view, x: view.x + by.x, y: view.y + by.y }, bounds)

// An edge of the picture never comes further in than the stage's own.
function held({ scale, x, y }: View, { stage, picture }: Bounds): View {
  const reachX = Math.max(0, (picture.width * scale - stage.width) / 2)
  const reachY = Math.max(0, (picture.height * scale - stage.height) / 2)
  return { scale, x: clamp(x, -reachX, reachX), y: clamp(y, -reachY, reachY) }
}

// The sum turns -0 into 0.
const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most) + 0
