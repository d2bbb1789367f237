import type { ComponentProps } from 'react'
import { Icon } from './icon.tsx'

/** A native list to choose from, with an arrow that keeps its distance. */
export const Select = ({ className = '', ...rest }: ComponentProps<'select'>) => (
  <span className="relative block">
    <select
      className={`min-h-11 w-full appearance-none truncate rounded-xl bg-raised pr-10 pl-3.5 text-base sm:text-sm ${className}`}
      {...rest}
    />
    <Icon name="down" className="pointer-events-none absolute top-3 right-3 size-5 text-faint" />
  </span>
)
