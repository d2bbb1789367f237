import { foldText } from './fold-text.ts'
import type { PolicyRules } from './policy-rules.ts'
import { withoutRepeats } from './stretched.ts'
import { type WordTree, wordTree } from './word-tree.ts'

/** Stands for a word or a list of words where texts and rules are compared. */
export type Tag = number

/** Words in a row, each given by a word's or a list's tag. */
export type Phrase = { tags: readonly Tag[]; list: Tag }

export type Lexicon = {
  tree: WordTree
  /** The same words without the repeats of their letters. */
  stretched: WordTree
  /** Of words that are looked for glued together. */
  glued: WordTree
  phrases: ReadonlyMap<Tag, readonly Phrase[]>
  /** Of a list. Throws for a name that there is not. */
  tagOf(list: string): Tag
}

export const allowedList = 'allowed'

/** Makes the lists ready to be looked up in. */
export function readLexicon({
  lists,
  allowed,
  disguised,
}: Pick<PolicyRules, 'lists' | 'allowed' | 'disguised'>): Lexicon {
  const all = { ...lists, [allowedList]: allowed }
  const listTags = new Map(Object.keys(all).map((name, index) => [name, index]))
  const tagOf = (list: string): Tag => {
    const tag = listTags.get(list)
    if (tag === undefined) throw new Error(`The policy has no list ${list}`)
    return tag
  }
  const wordTags = new Map<string, Tag>()
  const [tree, stretched, glued] = [wordTree(), wordTree(), wordTree()]
  const add = (spec: string, tag: Tag) => {
    tree.add(spec, tag)
    stretched.add(withoutRepeats(spec), tag)
  }
  const phrases = new Map<Tag, Phrase[]>()

  const wordTag = (spec: string): Tag => {
    const known = wordTags.get(spec)
    if (known !== undefined) return known
    const tag = listTags.size + wordTags.size
    wordTags.set(spec, tag)
    add(spec, tag)
    return tag
  }

  for (const [name, text] of Object.entries(all)) {
    for (const entry of entriesOf(text)) {
      const list = tagOf(name)
      const tags = entry.map((word) => (word.startsWith('@') ? tagOf(word.slice(1)) : wordTag(word)))
      const [first, second] = tags
      if (first === undefined) continue
      if (second !== undefined) {
        push(phrases, first, { tags, list })
        continue
      }
      const [word = ''] = entry
      add(word, list)
      if (!disguised.includes(name) || word.includes('*') || word.length < 3) continue
      for (const tag of [first, list]) glued.add(word, tag)
    }
  }
  return { tree, stretched, glued, phrases, tagOf }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

const entriesOf = (text: string): string[][] =>
  text
    .split(/[,\n]/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => entry.split(/\s+/u).map((word) => (word.startsWith('@') ? word : folded(word))))

function folded(word: string): string {
  const core = word.replaceAll('*', '')
  const bare = foldText(core)
    .map(({ as }) => as)
    .join('')
  return `${word.startsWith('*') ? '*' : ''}${bare}${word.endsWith('*') ? '*' : ''}`
}
