import type { ComponentProps } from 'react'
import { Icon, type IconName } from './icon.tsx'
import type { LateIcon } from './late-icons.ts'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & { icon: IconName | LateIcon; label: string }

/** `label` is its accessible name and its tooltip. */
export function IconButton({ icon, label, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-grid size-11 shrink-0 place-items-center rounded-xl text-soft transition hover:bg-raised hover:text-text active:scale-95 disabled:text-faint disabled:opacity-50 ${className}`}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  )
}
