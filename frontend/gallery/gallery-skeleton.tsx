import { galleryGrid } from './gallery-grid.ts'

/** The places of cards that are being loaded. */
export function GallerySkeleton() {
  return (
    <div aria-busy="true" className={galleryGrid}>
      <span className="sr-only">Loading the gallery</span>
      {Array.from({ length: 12 }, (_, place) => (
        <div key={place} aria-hidden="true" className="animate-sheen">
          <div className="aspect-square rounded-2xl bg-raised" />
          <div className="mt-3 h-3.5 w-11/12 rounded-md bg-raised" />
          <div className="mt-2 h-3.5 w-2/3 rounded-md bg-raised" />
          <div className="mt-3 h-3 w-1/2 rounded-md bg-raised" />
        </div>
      ))}
    </div>
  )
}
