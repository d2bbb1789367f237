/** What an answer says of the wait: `message` in words, `waitSeconds` as a number of its body. */
type Said = { message: string; waitSeconds?: number }

/** The provider's own wait in whole seconds, at most a day: from its headers (lower-case names), else from its body. */
export function retryAfterSeconds(headers: Record<string, string>, said: Said, now: number): number | undefined {
  const ms = number(headers['retry-after-ms'])
  const header = headers['retry-after']
  const date = header === undefined ? Number.NaN : Date.parse(header)
  const seconds =
    (ms === undefined ? undefined : ms / 1000) ??
    number(header) ??
    (Number.isNaN(date) ? undefined : (date - now) / 1000) ??
    said.waitSeconds ??
    inWords(said.message)
  return seconds === undefined ? undefined : Math.min(Math.max(Math.ceil(seconds), 0), 86_400)
}

function inWords(message: string): number | undefined {
  const [, amount, unit] = /(?:try again|available) in (\d+(?:\.\d+)?)\s?(ms|s)(?:ec(?:ond)?s?)?\b/u.exec(message) ?? []
  if (amount === undefined) return undefined
  return Number(amount) / (unit === 'ms' ? 1000 : 1)
}

const number = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+(?:\.\d+)?$/u.test(text.trim()) ? Number(text) : undefined
