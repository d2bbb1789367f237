import { useEffect, useEffectEvent } from 'react'
import type { Zoom } from './use-zoom.ts'

type Keys = { zoom: Zoom; onStep: (step: 1 | -1) => void; onFirst: () => void; onLast: () => void }

const stridePx = 80
const ways: Partial<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: stridePx, y: 0 },
  ArrowRight: { x: -stridePx, y: 0 },
  ArrowUp: { x: 0, y: stridePx },
  ArrowDown: { x: 0, y: -stridePx },
}

/** Arrows, Home and End go from picture to picture; + - 0 zoom, and close up the arrows look around. */
export function useLightboxKeys({ zoom, onStep, onFirst, onLast }: Keys): void {
  const lookAround = (key: string) => {
    const way = ways[key]
    if (way) zoom.moveBy(way)
  }
  const actions: Partial<Record<string, (key: string) => void>> = {
    ArrowLeft: () => onStep(-1),
    ArrowRight: () => onStep(1),
    Home: onFirst,
    End: onLast,
    '+': () => zoom.zoomBy(1.5),
    '=': () => zoom.zoomBy(1.5),
    '-': () => zoom.zoomBy(1 / 1.5),
    '0': () => zoom.zoomBy(0),
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const act = zoom.view.scale > 1 && ways[event.key] ? lookAround : actions[event.key]
    if (!act) return
    event.preventDefault()
    act(event.key)
  })
  // On the window: after a click on the picture nothing in the dialog has the focus.
  useEffect(() => {
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
