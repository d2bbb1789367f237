import { MainLink } from './ui/main-link.tsx'
import { usePageTitle } from './ui/page-title.ts'

export function NotFound() {
  usePageTitle('Nothing here · Pixel Prompt')
  return (
    <main id="content" className="mx-auto max-w-xl px-4 py-24 text-center">
      <h1 className="mb-3 text-2xl font-semibold">There is nothing here</h1>
      <p className="text-soft">The address may be mistyped.</p>
      <MainLink href="/">Paint something instead</MainLink>
    </main>
  )
}
