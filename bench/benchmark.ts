import * as z from 'zod'

/** One thing that is measured against its bars, in a process of its own. */
export type Benchmark = {
  name: string
  /** One sentence for PERFORMANCE.md. */
  how: string
  /** After this it is ended and counts as failed. */
  minutes: number
  /** `quick`: only shows that it works; its figures are not to be kept. */
  run(options: { quick: boolean }): Promise<Figure[]>
}

const Bar = z.union([
  z.object({ below: z.number() }),
  z.object({ atMost: z.number() }),
  z.object({ atLeast: z.number() }),
])

/** A figure without a bar is printed for comparison. */
export const Figure = z.object({
  what: z.string(),
  value: z.number(),
  unit: z.string(),
  bar: Bar.optional(),
  note: z.string().optional(),
})
export type Figure = z.infer<typeof Figure>

/** What the process of a benchmark tells: figures, or the reason why there are none. */
export const Answer = z.object({ figures: z.array(Figure).optional(), fault: z.string().optional() })
export type Answer = z.infer<typeof Answer>

export function meetsBar({ value, bar }: Figure): boolean {
  if (bar === undefined) return true
  if ('below' in bar) return value < bar.below
  return 'atMost' in bar ? value <= bar.atMost : value >= bar.atLeast
}

export function barInWords({ bar, unit }: Figure): string {
  if (bar === undefined) return ''
  if ('below' in bar) return `< ${inUnit(bar.below, unit)}`
  return 'atMost' in bar ? `≤ ${inUnit(bar.atMost, unit)}` : `≥ ${inUnit(bar.atLeast, unit)}`
}

/** Three digits that count, or all of a whole number. */
export function inUnit(value: number, unit: string): string {
  const digits = Number.isInteger(value) ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)))
  const number = value.toLocaleString('en', { minimumFractionDigits: 0, maximumFractionDigits: Math.min(digits, 3) })
  return unit === '' ? number : `${number} ${unit}`
}
