import { useEffect, useRef } from 'react'
import { logIn } from '../api.ts'
import { LoginForm } from '../ui/login-form.tsx'
import { usePageTitle } from '../ui/page-title.ts'

/** In place of every screen, until the server knows the password; the address stays. */
export function LoginPage() {
  usePageTitle('Log in · Pixel Prompt')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <main id="content" className="grid min-h-[70dvh] place-items-center px-4 py-10">
      <section className="w-full max-w-md animate-arrive rounded-3xl bg-surface px-6 py-8 sm:px-8">
        <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight outline-none">
          Log in
        </h1>
        <p className="mt-2 text-soft">
          This server is for those who know its password; ask whoever runs it. What you wrote and what you started is
          kept.
        </p>
        {/* What the page knows by now is of somebody who was not logged in. */}
        <LoginForm label="Password" logIn={logIn} onDone={() => location.reload()} />
      </section>
    </main>
  )
}
