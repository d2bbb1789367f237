import { codePoints, maxPromptLength } from '../../../contract/prompt.ts'
import type { Parts } from './parts-of.ts'
import { quotationsIn } from './quotations.ts'

/** Room for one phrase in the short version and another in the long one, in code points. */
const leastRoom = 100
/** A cut at a coarse boundary is refused when it would lose more than this share; then a finer boundary is tried. */
const worstLoss = 0.25

/** From the coarsest boundary to the finest. Each finds a piece of text with what divides it from the next. */
const boundaries = [
  /[^.!?…\n]*(?:[.!?…]+\s*|\n+|$)/gu,
  /[^,;:\n]*(?:[,;:\n]\s*|$)/gu,
  /\S*(?:\s+|$)/gu,
  /\P{M}\p{M}*/gsu,
  /./gsu,
]

/**
 * The prompt as it is, unless nothing could be added within the limit. Only then the end is shortened: by sentences, else
 * phrases, else words, else characters, and around quotations, which go only when there is nothing else to take.
 */
export function makeRoom({ body, tail }: Parts): Parts {
  const most = maxPromptLength - leastRoom - codePoints(tail)
  if (codePoints(body) <= most) return { body, tail }
  if (most < 1) return makeRoom({ body: `${body}${tail}`, tail: '' })
  for (const keep of [quotationsIn(body), []]) {
    for (const boundary of boundaries) {
      const shorter = shortened(body, boundary, keep, most)
      const length = codePoints(shorter)
      if (length <= most && length >= most * (1 - worstLoss)) return { body: shorter, tail }
    }
  }
  return { body: Array.from(body).slice(0, most).join(''), tail }
}

/** Takes pieces away from the end that touch no quotation, until the rest is short enough or nothing is left to take. */
function shortened(
  body: string,
  boundary: RegExp,
  keep: readonly { start: number; end: number }[],
  most: number,
): string {
  const pieces = Array.from(body.matchAll(boundary), (match) => ({ start: match.index, text: match[0] }))
  const free = pieces.filter(
    ({ start, text }) => !keep.some((span) => start < span.end && span.start < start + text.length),
  )
  const gone = new Set<number>()
  let excess = codePoints(body) - most
  for (const { start, text } of free.toReversed()) {
    if (excess <= 0) break
    gone.add(start)
    excess -= codePoints(text)
  }
  return pieces
    .filter(({ start }) => !gone.has(start))
    .map(({ text }) => text)
    .join('')
    .replace(/[\s,;:–—-]+$/u, '')
}
