import { Suspense } from 'react'
import { Link } from 'wouter'
import { useModels } from './generate/models.ts'
import { lazyPart } from './ui/lazy-part.tsx'

const LogOut = lazyPart(async () => (await import('./login/log-out.tsx')).LogOut)

const look = 'inline-flex min-h-11 items-center underline underline-offset-4 hover:text-text'

export function SiteFooter() {
  const reply = useModels()
  return (
    <footer className="mx-auto mt-auto flex w-full max-w-[96rem] flex-wrap items-center justify-between gap-x-6 px-4 pt-10 pb-6 text-sm text-soft sm:px-8">
      <p>One prompt, every image model, side by side.</p>
      <p className="flex flex-wrap gap-x-6">
        <Link className={look} href="/operator">
          Spending and switches
        </Link>
        <a className={look} href="/api/docs">
          API documentation
        </a>
        {reply.state === 'ready' && reply.value.session && (
          <Suspense>
            <LogOut className={look} />
          </Suspense>
        )}
      </p>
    </footer>
  )
}
