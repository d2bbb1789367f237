/** Takes keys and addresses out of a text that others wrote: the given secrets, and what looks like one. */
export function redact(text: string, secrets: readonly string[]): string {
  // A key of three letters is no secret, and taking it out would tear words apart.
  const known = secrets.filter((secret) => secret.length > 3).toSorted((a, b) => b.length - a.length)
  return known
    .reduce((rest, secret) => withoutKey(rest, secret), text)
    .replaceAll(/\bBearer\s+[\w.~+/=*-]+/giu, 'Bearer [key]')
    .replaceAll(/\b(?:sk|pk|rk)-[\w*-]+/gu, '[key]')
    .replaceAll(/\S+/gu, (word) => (word.includes('***') ? '[key]' : word))
    .replaceAll(/\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s"'<>)\]]+/giu, '[address]')
    .replaceAll(/\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b/gu, '[address]')
    .replaceAll(/(?<![\w/.])\/(?:[\w.-]+\/)+[\w.-]+/gu, '[path]')
}

/** Also one that somebody has cut off, such as `abcd1234…`. */
function withoutKey(text: string, secret: string): string {
  const whole = text.replaceAll(secret, '[key]')
  if (secret.length < 12) return whole
  const [before = '', ...parts] = whole.split(secret.slice(0, 8))
  return before + parts.map((part) => `[key]${part.replace(/^[\w-]*/u, '')}`).join('')
}

/** The beginning of a text that others wrote, cut between two words, so that no half of a key is left at the cut. */
export function beginningOf(text: string): string {
  if (text.length <= longest) return text
  const beginning = text.slice(0, longest)
  return beginning.slice(0, Math.max(...[' ', '\n', '\t'].map((space) => beginning.lastIndexOf(space))) + 1)
}

/** Characters. Whoever writes more wastes the time of all who look for something in it. */
const longest = 4000
