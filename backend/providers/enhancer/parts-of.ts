import { hasNegation } from './negations.ts'

/** `body` is enhanced; `tail` (command-line flags, a negative prompt) stays at the very end. */
export type Parts = { body: string; tail: string }

const tailPattern = /(?:\s+--(?:no\s[^\n-]+|\p{L}+(?:[ =][^\s-]\S*)?))+$|\s*(?<!\p{L})negative prompt:.*$/isu
const trailing = /[\s,;:–—-]+$/u
const ended = /[.!?…。！？][\p{Pe}\p{Pf}"'*]*$/u

export function partsOf(prompt: string): Parts {
  const tail = tailPattern.exec(prompt)?.[0] ?? ''
  const whole = prompt.slice(0, prompt.length - tail.length)
  const body = whole.replace(trailing, '')
  return body === ''
    ? { body: prompt, tail: '' }
    : { body, tail: tail === '' ? '' : `${/^\s/u.test(tail) ? '' : ' '}${tail}` }
}

/** Whether what follows must start as a sentence of its own: a comma would pull it into a denial or into the last list item. */
export const endsSentence = (body: string): boolean =>
  ended.test(body) || body.includes('\n') || hasNegation(body.split(/[.!?]\s/u).at(-1) ?? '')

/** The body with what a new sentence needs before it. */
export const asSentence = (body: string): string => {
  if (body.includes('\n')) return `${body}\n`
  return ended.test(body) ? `${body} ` : `${body}. `
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const wordCount = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
