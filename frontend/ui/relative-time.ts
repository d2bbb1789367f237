const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** `just now`, `5 minutes ago`, `yesterday`; a date when it is more than a week ago. */
export function relativeTime(iso: string, nowMs: number): string {
  const seconds = Math.round((Date.parse(iso) - nowMs) / 1000)
  if (seconds < -7 * 86_400) return new Date(iso).toLocaleDateString('en-GB', { dateStyle: 'medium' })
  for (const [unit, length] of units) if (-seconds >= length) return format.format(Math.ceil(seconds / length), unit)
  return 'just now'
}
