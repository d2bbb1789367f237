import { searchWords } from '../search-words.ts'
import type { NewJob } from '../storage.ts'

// Private-use characters mark what is not a word of the prompt; no letter or number, they occur in no folded word.
const visitorMark = '\u{E000}'
const modelMark = '\u{E001}'
const sharedMark = '\u{E002}'
// The index splits on ASCII punctuation, which ids contain.
const hex = (text: string) => Buffer.from(text).toString('hex')

/** What the search index holds of a job. */
export const searchTokens = ({ visitor, shared, tasks, prompt }: NewJob): string =>
  [
    visitorMark + hex(visitor),
    ...(shared ? [sharedMark] : []),
    ...tasks.map(({ model }) => modelMark + hex(model)),
    ...searchWords(prompt),
  ].join(' ')

/** The same as a query, or undefined when neither words nor a model are asked for. */
export function searchQuery(asked: {
  visitor: string
  shared: boolean
  q?: string | undefined
  model?: string | undefined
}): string | undefined {
  const terms = searchWords(asked.q ?? '').map((word) => `"${word}"*`)
  if (asked.model !== undefined) terms.push(`"${modelMark}${hex(asked.model)}"`)
  if (terms.length === 0) return undefined
  const own = `"${visitorMark}${hex(asked.visitor)}"`
  return [asked.shared ? `(${own} OR "${sharedMark}")` : own, ...terms].join(' AND ')
}
