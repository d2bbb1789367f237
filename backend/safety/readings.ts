import type { Character } from './fold-text.ts'
import { signs } from './lookalikes.ts'

// No entry of the rules is nearly as long, even with signs among its letters.
const longestWord = 60

/** Everything that a word may be meant to say: as it stands, and with signs and lookalikes for letters. */
export function readings(word: readonly Character[]): readonly string[] {
  let [asWritten, disguised, isPlain] = ['', '', true]
  let run = 0
  for (const [index, { as, guise, kind }] of word.entries()) {
    run = as === word[index - 1]?.as ? run + 1 : 1
    if (run > 3) continue
    asWritten += as
    disguised += guise
    isPlain &&= kind === 'letter'
  }
  if (asWritten.length > longestWord) return [asWritten]
  const found = [asWritten]
  if (disguised !== asWritten && /\p{Script=Latin}/u.test(asWritten)) found.push(disguised)
  if (arabicArticle.test(asWritten)) found.push(asWritten.replace(arabicArticle, ''))
  if (!isPlain) found.push(...found.flatMap(withoutSigns))
  return found.length === 1 ? found : [...new Set(found)].filter((reading) => reading !== '')
}

const arabicArticle = /^[وبفك]?ال(?=.{3})/u

function withoutSigns(word: string): string[] {
  if (!/\p{L}/u.test(word)) return []
  const bare = word.replaceAll(/^[^\p{L}]+|[^\p{L}\p{M}]+$/gu, '')
  const found = [bare, letters(word).replaceAll('*', ''), word.replaceAll(/[^\p{L}\p{M}]/gu, '')]
  // The digit one passes for two letters.
  return /[1!]/u.test(word) ? [...found, letters(word.replaceAll(/[1!]/gu, 'l'))] : found
}

const letters = (text: string): string => Array.from(text, (sign) => signs.get(sign) ?? sign).join('')
