import { inEnglish } from './other-languages.ts'

export function tokensOf(text: string): string[] {
  return inEnglish(text.normalize('NFKC').toLowerCase()).match(/[\p{L}\p{M}\p{N}]+|[,.;:]/gu) ?? []
}

// What a word may be filed under: itself, then its singular.
export function formsOf(word: string): string[] {
  const forms = [word]
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`)
  if (word.endsWith('ves')) forms.push(`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`)
  if (word.endsWith('es')) forms.push(word.slice(0, -2))
  if (word.endsWith('s') && !word.endsWith('ss')) forms.push(word.slice(0, -1))
  const irregular = { men: 'man', women: 'woman', children: 'child', mice: 'mouse', geese: 'goose', cacti: 'cactus' }
  for (const [plural, singular] of Object.entries(irregular)) if (word === plural) forms.push(singular)
  return forms
}

export type Found<Kind> = { kind: Kind; length: number; plural: boolean }

// Longest phrase first, so that "hot air balloon" is not read as a balloon.
export function lookUp<Kind>(
  words: ReadonlyMap<string, Kind>,
  tokens: readonly string[],
  at: number,
): Found<Kind> | undefined {
  for (const length of [3, 2, 1]) {
    const phrase = tokens.slice(at, at + length)
    if (phrase.length < length) continue
    for (const last of formsOf(phrase.at(-1) ?? '')) {
      const kind = words.get([...phrase.slice(0, -1), last].join(' '))
      if (kind !== undefined) return { kind, length, plural: last !== phrase.at(-1) }
    }
  }
  return undefined
}
