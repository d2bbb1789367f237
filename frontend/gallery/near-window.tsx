import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react'

const nearness = '1200px'

// One that was never drawn is taken to be as high as the last full one that was: they are alike.
let usualHeight = 2000

type NearWindowProps = {
  children: ReactNode
  className: string
  /** Whether it is drawn at once, before it is known to be near. */
  first: boolean
  /** Whether its height is that of others. */
  full: boolean
}

/** Draws its children while they are near the window; farther away it only keeps their height free. */
export function NearWindow({ children, className, first, full }: NearWindowProps) {
  const place = useRef<HTMLDivElement>(null)
  const [keptHeight, setKeptHeight] = useState(first ? undefined : usualHeight)
  useEffect(() => {
    const watched = place.current
    if (!watched) return
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1)
        // A card that has the focus stays, or the keyboard would lose its place.
        if (!last || watched.contains(document.activeElement)) return
        const { height } = last.boundingClientRect
        if (full && watched.childElementCount > 0) usualHeight = height
        // Drawing can wait for a frame of the scrolling that made it necessary.
        startTransition(() => setKeptHeight(last.isIntersecting ? undefined : height))
      },
      { rootMargin: nearness },
    )
    observer.observe(watched)
    return () => observer.disconnect()
  }, [full])
  const far = keptHeight !== undefined
  return (
    <div ref={place} className={far ? undefined : className} style={far ? { height: keptHeight } : {}}>
      {!far && children}
    </div>
  )
}
