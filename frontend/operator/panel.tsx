import type { ReactNode } from 'react'

type PanelProps = { title: string; children: ReactNode; className?: string }

export function Panel({ title, children, className = '' }: PanelProps) {
  return (
    <section aria-label={title} className={`min-w-0 rounded-3xl bg-surface px-4 py-5 sm:px-6 ${className}`}>
      <h2 className="text-sm font-medium text-soft">{title}</h2>
      {children}
    </section>
  )
}

/** Keeps the place of a panel whose figures are still on their way. */
export const PanelSkeleton = ({ className }: { className: string }) => (
  <div aria-hidden="true" className={`animate-sheen rounded-3xl bg-surface ${className}`} />
)
