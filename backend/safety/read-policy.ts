import { findHits, type Hit } from './find-hits.ts'
import { readLexicon, type Tag } from './lexicon.ts'
import type { PolicyRules, Rule } from './policy-rules.ts'
import { readWords, type Word } from './read-words.ts'

/** A rule that a text breaks, and the places of the words that break it, in their order. */
export type Breach = { rule: Rule; places: readonly { start: number; end: number }[] }

/** Makes the rules ready. What it gives takes time in proportion to the text, whatever stands in it. */
export function readPolicy({ rules, harmless, ...lists }: PolicyRules): (text: string) => Breach | undefined {
  const lexicon = readLexicon(lists)
  const clauses = rules.flatMap((rule) =>
    rule.when.map(({ all, within = Infinity, unless = [] }) => ({
      rule,
      within,
      all: all.map(lexicon.tagOf),
      unless: unless.map(lexicon.tagOf),
    })),
  )

  return (text) => {
    const words = readWords(text, lexicon)
    if (words.every(({ tags }) => tags.length === 0)) return undefined
    const found = findHits(words, { text, lexicon, harmless })
    for (const { rule, all, within, unless } of clauses) {
      if (unless.some((list) => found.get(list)?.length)) continue
      const hits = together(all, within, found)
      if (hits) return { rule, places: placesOf(hits, words) }
    }
    return undefined
  }
}

/** One hit of every list, none sharing a word with another, each near enough to the first. */
function together(all: readonly Tag[], within: number, found: ReadonlyMap<Tag, readonly Hit[]>): Hit[] | undefined {
  const [first, ...others] = all.map((list) => found.get(list) ?? [])
  if (first === undefined || others.some((hits) => hits.length === 0)) return undefined
  const cursors = others.map((hits) => ({ hits, at: 0 }))
  for (const hit of first) {
    const chosen = [hit]
    for (const cursor of cursors) {
      // Hits are in order, so that what is too far behind this one is too far behind all that follow.
      while (isBehind(cursor.hits[cursor.at], hit, within)) cursor.at += 1
      const near = cursor.hits
        .slice(cursor.at, cursor.at + 8)
        .find((other) => apart(other, hit) && distance(other, hit) <= within)
      if (near) chosen.push(near)
    }
    if (chosen.length === all.length) return chosen
  }
  return undefined
}

const isBehind = (other: Hit | undefined, hit: Hit, within: number) =>
  other !== undefined && hit.from - other.to >= within
const apart = (one: Hit, other: Hit) => one.to <= other.from || other.to <= one.from
const distance = (one: Hit, other: Hit) => Math.max(one.from - other.to, other.from - one.to) + 1

function placesOf(hits: readonly Hit[], words: readonly Word[]): Breach['places'] {
  const places = hits.flatMap(({ from, to }) => {
    const [first, last] = [words[from], words[to - 1]]
    return first && last ? [{ start: first.start, end: last.end }] : []
  })
  return places.toSorted((one, other) => one.start - other.start)
}
