import { related } from './words/related.ts'

const sentence = '[^.;:!?\\n]'
const not =
  "(?<!\\p{L})(?:no(?! longer| one)|not(?! only| just)|without|never|avoid(?:ing)?|exclud(?:e|es|ing)|free of|lacking|minus|nor|neither|(?:do not|don[’']t) (?:include|show|add|want|use|draw|put)|isn[’']t|aren[’']t|instead of|rather than)"
const denial = new RegExp(`${not}\\s+(?=(${sentence}{1,120}))`, 'giu')
const listed = /(?:negative prompt:|--no)\s*(?<list>[^\n]+?)(?= --|\n|$)/giu
const wordless = /(?<!\p{L})(?<word>\p{L}{3,})(?:less|[- ]free)(?!\p{L})/giu
const ends =
  /^(?:in|on|at|with|under|over|by|near|behind|but|while|just|only|for|from|to|that|who|which|is|are|\p{L}{2,}ing)$/iu
const empty = /^(?:a|an|the|any|no|too|much|many|some|of|visible|extra|other|please|and|or)$/iu

export const hasNegation = (text: string): boolean => text.search(denial) >= 0

/** The text without the things that it denies; what follows them is still said of the picture. */
export const withoutNegations = (text: string): string =>
  Array.from(text.matchAll(denial), ([, said = '']) => itemsOf(said))
    .flat()
    .reduce((rest, item) => rest.replace(item, ' '), text)

/** Finds, in a phrase, what the prompt asks to leave out. */
export function excludedBy(text: string): RegExp | undefined {
  const items = [
    ...Array.from(text.matchAll(denial), ([, said = '']) => itemsOf(said)).flat(),
    ...Array.from(text.matchAll(listed), ({ groups }) => groups?.['list']?.split(',') ?? []).flat(),
    ...Array.from(text.matchAll(wordless), ({ groups }) => groups?.['word'] ?? []).flat(),
  ]
  const words = items
    .flatMap((item) => item.split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word !== '' && !empty.test(word))
  if (words.length === 0) return undefined
  return new RegExp(`(?<!\\p{L})(?:${words.map(stem).flatMap(withRelated).join('|')})`, 'iu')
}

/** `people, cars or text on the walls` → people · cars · text. A comma goes on with the list only where an `or` follows. */
function itemsOf(said: string): string[] {
  const list = /^(?:[^,]{1,30},\s*)*[^,]*\s(?:or|nor)\s[^,]*/iu.exec(said)?.[0] ?? said.split(',', 1).join('')
  const items: string[] = []
  for (const part of list.split(/,\s*(?:or\s+|nor\s+)?|\s+(?:or|nor|and)\s+/iu)) {
    const words = part.trim().split(/\s+/u)
    const end = words.findIndex((word, at) => at > 0 && ends.test(word))
    items.push(words.slice(0, end < 0 ? 4 : Math.min(end, 4)).join(' '))
    if (end >= 0) break
  }
  return items.filter((item) => item !== '')
}

const stem = (word: string): string => word.toLowerCase().replace(/(?<=\p{L}{3})(?:es|s)$/u, '')

const withRelated = (word: string): string[] => [
  word,
  ...related
    .map((group) => group.split(', '))
    .filter((group) => group.includes(word))
    .flat(),
]
