import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Zoom } from './use-zoom.ts'
import type { Point } from './zoom.ts'

const swipePx = 56
const tapPx = 10
const doubleTapMs = 320

type Gesture = { from: Point; fingers: Map<number, Point>; pinched: boolean }

/** Swipe to the next picture, pinch or turn the wheel to come closer, double tap for close up, drag to look around. */
export function useGestures(stage: RefObject<HTMLElement | null>, zoom: Zoom, onSwipe: (step: 1 | -1) => void) {
  const gesture = useRef<Gesture>(null)
  const lastTap = useRef({ at: 0, x: 0, y: 0 })
  /** How far a swipe has pulled the picture aside, in px. */
  const [pulled, setPulled] = useState(0)

  const wheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault()
    zoom.zoomBy(Math.exp(-event.deltaY / (event.ctrlKey ? 100 : 400)), fromCentre(event))
  })
  useEffect(() => {
    const turned = stage.current
    // React listens to the wheel passively, which would let Ctrl and wheel zoom the whole page.
    turned?.addEventListener('wheel', wheel, { passive: false })
    return () => turned?.removeEventListener('wheel', wheel)
  }, [stage])

  function fromCentre({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    const box = stage.current?.getBoundingClientRect() ?? new DOMRect()
    return { x: clientX - box.x - box.width / 2, y: clientY - box.y - box.height / 2 }
  }

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return
    const point = fromCentre(event)
    event.currentTarget.setPointerCapture(event.pointerId)
    gesture.current ??= { from: point, fingers: new Map(), pinched: false }
    gesture.current.fingers.set(event.pointerId, point)
    if (gesture.current.fingers.size > 1) gesture.current.pinched = true
  }

  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    const now = gesture.current
    const before = now?.fingers.get(event.pointerId)
    if (!now || !before) return
    const point = fromCentre(event)
    const other = [...now.fingers].find(([id]) => id !== event.pointerId)?.[1]
    if (other) {
      zoom.zoomBy(distance(point, other) / Math.max(1, distance(before, other)), between(point, other))
    }
    if (zoom.view.scale > 1) {
      // Of two fingers each moves what lies between them half its own way.
      const share = other ? 2 : 1
      zoom.moveBy({ x: (point.x - before.x) / share, y: (point.y - before.y) / share })
    } else if (!now.pinched) {
      setPulled(point.x - now.from.x)
    }
    now.fingers.set(event.pointerId, point)
  }

  function onPointerUp(event: PointerEvent<HTMLElement>): void {
    const now = gesture.current
    if (!now?.fingers.delete(event.pointerId) || now.fingers.size > 0) return
    gesture.current = null
    setPulled(0)
    if (now.pinched) return
    const point = fromCentre(event)
    if (distance(point, now.from) < tapPx) tap(point, event.timeStamp)
    else if (zoom.view.scale === 1 && Math.abs(point.x - now.from.x) > swipePx) onSwipe(point.x < now.from.x ? 1 : -1)
  }

  function tap(point: Point, at: number): void {
    const second = at - lastTap.current.at < doubleTapMs && distance(point, lastTap.current) < 3 * tapPx
    if (second) zoom.toggle(point)
    lastTap.current = { ...point, at: second ? 0 : at }
  }

  function onPointerCancel(): void {
    gesture.current = null
    setPulled(0)
  }

  return { pulled, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel } }
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
const between = (a: Point, b: Point) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
