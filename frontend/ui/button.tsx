import type { ComponentProps } from 'react'

const looks = {
  main: 'bg-fill text-on-fill font-semibold hover:bg-fill-high active:scale-[0.985]',
  soft: 'bg-raised text-text hover:bg-high active:scale-[0.985]',
  danger: 'bg-danger text-on-fill font-semibold hover:bg-danger-high active:scale-[0.985]',
  bare: 'text-soft hover:bg-raised hover:text-text',
} as const

type ButtonProps = ComponentProps<'button'> & { look?: keyof typeof looks }

export function Button({ look = 'soft', className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-11 items-center justify-center gap-2 rounded-xl px-4 text-sm transition disabled:bg-raised disabled:text-faint disabled:active:scale-100 aria-disabled:cursor-default aria-disabled:bg-raised aria-disabled:text-soft ${looks[look]} ${className}`}
      {...rest}
    />
  )
}
