/** `0.8 s`, `12 s`, `1 min 5 s`, with spaces that do not break. */
export function formatDuration(ms: number): string {
  return ms < 9950 ? `${(ms / 1000).toFixed(1)}\u00A0s` : formatSeconds(Math.round(ms / 1000))
}

/** The same of whole seconds, for what counts up or down. */
export function formatSeconds(seconds: number): string {
  if (seconds < 60) return `${seconds}\u00A0s`
  const rest = seconds % 60
  return `${Math.floor(seconds / 60)}\u00A0min${rest === 0 ? '' : ` ${rest}\u00A0s`}`
}
