/** `0.8 s`, `12 s`, `1 min 5 s`, with spaces that do not break. */
export function formatDuration(ms: number): string {
  return ms < 9950 ? `${(ms / 1000).toFixed(1)}\u00A0s` : formatSeconds(Math.round(ms / 1000))
}

/** The same of whole seconds, for what counts up or down: `5 h 12 min`, and `3 days` from two on. */
export function formatSeconds(seconds: number): string {
  if (seconds < 60) return `${seconds}\u00A0s`
  if (seconds < 3600) return two(seconds, 60, 'min', 's')
  if (seconds < 2 * 86_400) return two(Math.ceil(seconds / 60), 60, 'h', 'min')
  return `${Math.ceil(seconds / 86_400)}\u00A0days`
}

function two(amount: number, size: number, large: string, small: string): string {
  const rest = amount % size
  return `${Math.floor(amount / size)}\u00A0${large}${rest === 0 ? '' : ` ${rest}\u00A0${small}`}`
}
