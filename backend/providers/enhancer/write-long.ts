import type { Random } from '../sketch/random.ts'
import { codePoints, maxPromptLength } from '../../../contract/prompt.ts'
import type { Phrase } from './choose-phrases.ts'
import { asSentence, capitalised, type Parts, wordCount } from './parts-of.ts'

const mostClauses = 12
const mostWords = 108

/** The prompt, then two to four sentences: 60 to 110 words together for a short prompt, at least 30 more for a long one. */
export function writeLong({ body, tail }: Parts, phrases: readonly Phrase[], random: Random): string {
  const already = wordCount(body)
  const target = Math.max(random.whole(61, 72), already + 30)
  const joins = random.pick([
    [', and ', ', while ', '; ', ', and '],
    ['; ', ', and ', ', while ', ', and '],
    [', and ', '; ', ', while ', '; '],
  ])
  const write = (chosen: readonly Phrase[]) => `${asSentence(body)}${sentences(chosen, joins)}${tail}`
  const chosen: Phrase[] = []
  let words = already
  for (const phrase of phrases) {
    const more = wordCount(phrase.long)
    const tooMany = already < 60 && words + more > mostWords && chosen.length > 2
    if (tooMany || codePoints(write([...chosen, phrase])) > maxPromptLength) continue
    chosen.push(phrase)
    words += more
    if (chosen.length === mostClauses || words >= target) break
  }
  return write(chosen)
}

/** At most four. */
function sentences(phrases: readonly Phrase[], joins: readonly string[]): string {
  const size = Math.max(2, Math.ceil(phrases.length / 4))
  const written: string[] = []
  for (let at = 0; at < phrases.length; at += size) {
    const clauses = phrases.slice(at, at + size).map(({ long }) => long)
    written.push(`${capitalised(sentence(clauses, joins[at / size] ?? '; '))}.`)
  }
  return written.join(' ')
}

function sentence(clauses: readonly string[], join: string): string {
  const [last = '', ...others] = clauses.toReversed()
  const before = others.toReversed()
  if (before.length > 1)
    return `${before.join(before.some((clause) => clause.includes(',')) ? '; ' : ', ')}, and ${last}`
  if (clauses.some((clause) => /[:;]|\bwhile\b/u.test(clause))) return clauses.join('; ')
  return clauses.join(join === ', while ' && /^(?:it|there)\b/u.test(last) ? ', and ' : join)
}
