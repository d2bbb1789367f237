import { type ReactNode, useId } from 'react'

type SegmentedProps<T extends string> = {
  label: string
  value: T | undefined
  options: readonly { value: T; text: ReactNode; dead?: boolean }[]
  describedBy?: string
  onChange: (value: T) => void
}

/** One of a few, as native radio buttons in a row that wraps. */
export function Segmented<T extends string>({ label, value, options, describedBy, onChange }: SegmentedProps<T>) {
  const name = useId()
  return (
    <fieldset className="min-w-0" aria-describedby={describedBy}>
      <legend className="mb-2 text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-xl bg-raised px-3 text-sm text-soft transition hover:bg-high hover:text-text has-disabled:bg-transparent has-disabled:text-faint has-disabled:ring-1 has-disabled:ring-high has-disabled:ring-inset has-checked:bg-tint has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              className="absolute inset-0 opacity-0"
              checked={option.value === value}
              disabled={option.dead}
              onChange={() => onChange(option.value)}
            />
            {option.text}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
