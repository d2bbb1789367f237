import { Link } from 'wouter'
import type { RefusalError } from '../../contract/refusal.ts'
import { logIn } from '../api.ts'
import { LoginForm } from '../ui/login-form.tsx'

/** Somebody else's page. */
export function Forbidden({ refusal }: { refusal: RefusalError }) {
  return (
    <section className="mt-6 max-w-xl rounded-3xl bg-surface px-6 py-8">
      <h2 className="text-lg font-semibold">This page is not yours to see</h2>
      <p className="mt-2 text-soft">{refusal.message}</p>
      {refusal.details.login ? (
        <LoginForm label="The operator’s password" logIn={logIn} onDone={() => location.reload()} />
      ) : (
        <p className="mt-2 text-soft">
          On a server that only you can reach, one that runs on your own computer, it is simply there. What your own
          runs cost stands on each picture and in the gallery.
        </p>
      )}
      <Link
        href="/gallery"
        className="mt-5 inline-flex min-h-11 items-center rounded-xl bg-raised px-4 text-sm transition hover:bg-high"
      >
        Open the gallery
      </Link>
    </section>
  )
}
