/** The provider's own wait in whole seconds, at most a day: from its headers (lower-case names), else from its words. */
export function retryAfterSeconds(headers: Record<string, string>, words: string, now: number): number | undefined {
  const ms = number(headers['retry-after-ms'])
  const header = headers['retry-after']
  const date = header === undefined ? Number.NaN : Date.parse(header)
  const spoken = /try again in (\d+(?:\.\d+)?)\s?(ms|s)\b/u.exec(words)
  const seconds =
    (ms === undefined ? undefined : ms / 1000) ??
    number(header) ??
    (Number.isNaN(date) ? undefined : (date - now) / 1000) ??
    (spoken === null ? undefined : Number(spoken[1]) / (spoken[2] === 'ms' ? 1000 : 1))
  return seconds === undefined ? undefined : Math.min(Math.max(Math.ceil(seconds), 0), 86_400)
}

const number = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+(?:\.\d+)?$/u.test(text.trim()) ? Number(text) : undefined
