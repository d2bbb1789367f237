type SwitchProps = {
  label: string
  on: boolean
  /** The change has been asked for and not been answered. */
  waiting: boolean
  onChange: (on: boolean) => void
}

export function Switch({ label, on, waiting, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      aria-busy={waiting}
      aria-disabled={waiting}
      className="group inline-grid h-11 w-14 place-items-center rounded-xl"
      onClick={() => onChange(!on)}
    >
      <span
        className={`block h-7 w-12 rounded-full p-1 transition ring-1 ring-inset ${on ? 'bg-fill ring-transparent group-hover:bg-fill-high' : 'bg-raised ring-faint group-hover:bg-high'} ${waiting ? 'animate-sheen' : ''}`}
      >
        <span className={`block size-5 rounded-full transition ${on ? 'translate-x-5 bg-on-fill' : 'bg-faint'}`} />
      </span>
    </button>
  )
}
