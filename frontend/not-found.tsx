import { Link } from 'wouter'
import { usePageTitle } from './ui/page-title.ts'

export function NotFound() {
  usePageTitle('Nothing here · Pixel Prompt')
  return (
    <main id="content" className="mx-auto max-w-xl px-4 py-24 text-center">
      <h1 className="mb-3 text-2xl font-semibold">There is nothing here</h1>
      <p className="text-soft">The address may be mistyped.</p>
      <Link
        href="/"
        className="mt-6 inline-flex min-h-11 items-center rounded-xl bg-fill px-5 text-sm font-semibold text-on-fill transition hover:bg-fill-high active:scale-[0.985]"
      >
        Paint something instead
      </Link>
    </main>
  )
}
