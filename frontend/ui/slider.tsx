import { type CSSProperties, useId } from 'react'

type SliderProps = {
  label: string
  value: number
  min: number
  max: number
  step: number
  /** What is shown and read out for the value, such as `28` or `Default`. */
  text: string
  describedBy?: string | undefined
  onChange: (value: number) => void
}

export function Slider({ label, value, min, max, step, text, describedBy, onChange }: SliderProps) {
  const id = useId()
  const filled: CSSProperties & { '--filled': string } = { '--filled': `${((value - min) / (max - min)) * 100}%` }
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <output htmlFor={id} className="text-soft tabular-nums">
          {text}
        </output>
      </div>
      <input
        id={id}
        type="range"
        className="slider"
        style={filled}
        {...{ value, min, max, step }}
        aria-valuetext={text}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  )
}
