import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'

/** Renders its children when they come into the window, in a place that was kept for them. */
export function Deferred({ children, className }: { children: ReactNode; className: string }) {
  const place = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!place.current) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={place} className={className}>
      {near && <Suspense>{children}</Suspense>}
    </div>
  )
}
