import { Icon } from '../ui/icon.tsx'
import { MainLink } from '../ui/main-link.tsx'

const frames = [
  '-translate-x-16 translate-y-2 -rotate-12 bg-rose-tint',
  'translate-x-16 translate-y-2 rotate-12 bg-sage-tint',
  'z-10 bg-tint',
] as const

export function NothingKept() {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center py-16 text-center">
      <div aria-hidden="true" className="isolate mb-10 grid place-items-center">
        {frames.map((look, place) => (
          <div
            key={look}
            className={`col-start-1 row-start-1 grid size-36 place-items-center rounded-3xl shadow-lg ring-4 ring-surface ${look}`}
          >
            {place === frames.length - 1 && <Icon name="sparkle" className="size-12 text-accent" />}
          </div>
        ))}
      </div>
      <h2 className="text-xl font-semibold">These walls are waiting</h2>
      <p className="mt-2 text-soft">
        Write one prompt, and every model paints it. All their pictures are kept here, side by side, until you delete
        them.
      </p>
      <MainLink href="/">Paint the first pictures</MainLink>
    </div>
  )
}
