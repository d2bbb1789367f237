import { type RefObject, useState } from 'react'
import { type Bounds, fitted, moved, type Point, type View, zoomed } from './zoom.ts'

const closeUp = 2.5

export type Zoom = {
  view: View
  /** `at` is from the stage's centre. */
  zoomBy(factor: number, at?: Point): void
  moveBy(by: Point): void
  /** Close up to `at`, or back to the whole picture. */
  toggle(at?: Point): void
}

/** How close the picture that lies on the stage is looked at; every picture, told by its url, begins whole. */
export function useZoom(stage: RefObject<HTMLElement | null>, url: string): Zoom {
  const [seen, setSeen] = useState({ url, view: fitted })
  const view = seen.url === url ? seen.view : fitted

  function change(next: (view: View, bounds: Bounds) => View): void {
    const picture = stage.current?.firstElementChild
    if (!stage.current || !(picture instanceof HTMLElement)) return
    const bounds = { stage: layoutSize(stage.current), picture: layoutSize(picture) }
    // From the newest view: several moves may come before the next drawing.
    setSeen((now) => ({ url, view: next(now.url === url ? now.view : fitted, bounds) }))
  }

  const zoomBy = (factor: number, at = { x: 0, y: 0 }) => change((now, bounds) => zoomed(now, factor, at, bounds))
  return {
    view,
    zoomBy,
    moveBy: (by) => change((now, bounds) => moved(now, by, bounds)),
    toggle: (at = { x: 0, y: 0 }) =>
      change((now, bounds) => (now.scale > 1 ? fitted : zoomed(now, closeUp, at, bounds))),
  }
}

// Unlike its bounding box, an element's offset size leaves the zoom out.
const layoutSize = ({ offsetWidth, offsetHeight }: HTMLElement) => ({ width: offsetWidth, height: offsetHeight })
