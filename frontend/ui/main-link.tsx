import type { ReactNode } from 'react'
import { Link } from 'wouter'

/** Looks like the main button and leads somewhere. */
export const MainLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link
    href={href}
    className="mt-6 inline-flex min-h-11 items-center rounded-xl bg-fill px-5 text-sm font-semibold text-on-fill transition hover:bg-fill-high active:scale-[0.985]"
  >
    {children}
  </Link>
)
