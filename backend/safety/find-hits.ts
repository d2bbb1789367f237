import { allowedList, type Lexicon, type Phrase, type Tag } from './lexicon.ts'
import type { PolicyRules } from './policy-rules.ts'
import type { Word } from './read-words.ts'

/** Words from `from` to before `to` that are an entry of a list. */
export type Hit = { from: number; to: number }

/** Where entries of each list stand, in order, but for those that mean no harm where they stand. */
export function findHits(
  words: readonly Word[],
  { text, lexicon, harmless }: { text: string; lexicon: Lexicon; harmless: PolicyRules['harmless'] },
): Map<Tag, Hit[]> {
  const tagged = words.map(({ tags }) => new Set(tags))
  const found = hitsOf(tagged, (index) => endsPause(text, words[index - 1], words[index]), lexicon)
  const spared = new Set<number>()
  const spare = ({ from, to }: Hit) => {
    for (let index = from; index < to; index += 1) spared.add(index)
  }
  for (const hit of found.get(lexicon.tagOf(allowedList)) ?? []) spare(hit)
  for (const { words: list, beside, within, notAcross } of harmless) {
    const [near, across] = [lexicon.tagOf(beside), lexicon.tagOf(notAcross)]
    for (const hit of found.get(lexicon.tagOf(list)) ?? []) {
      if (isBeside(tagged, hit, { near, across, within })) spare(hit)
    }
  }
  if (spared.size === 0) return found
  const isSpared = ({ from, to }: Hit) => {
    for (let index = from; index < to; index += 1) if (spared.has(index)) return true
    return false
  }
  return new Map(Array.from(found, ([list, hits]) => [list, hits.filter((hit) => !isSpared(hit))]))
}

function hitsOf(
  tagged: readonly ReadonlySet<Tag>[],
  isAfterPause: (index: number) => boolean,
  { phrases, tagOf }: Lexicon,
): Map<Tag, Hit[]> {
  const allowed = tagOf(allowedList)
  const found = new Map<Tag, Hit[]>()
  const note = (list: Tag, hit: Hit) => {
    const hits = found.get(list)
    if (hits) hits.push(hit)
    else found.set(list, [hit])
  }
  for (const [from, tags] of tagged.entries()) {
    for (const tag of tags) {
      // Tags of single words have no rule that asks for them; noting them does no harm.
      note(tag, { from, to: from + 1 })
      for (const phrase of phrases.get(tag) ?? []) {
        if (!stands(phrase, tagged, from)) continue
        if (phrase.list !== allowed && isBroken(phrase, from, isAfterPause)) continue
        note(phrase.list, { from, to: from + phrase.tags.length })
      }
    }
  }
  return found
}

const stands = ({ tags }: Phrase, tagged: readonly ReadonlySet<Tag>[], from: number): boolean =>
  tags.every((tag, index) => tagged[from + index]?.has(tag))

/** “Race car, white, power slide” has no white power in it. */
const isBroken = ({ tags }: Phrase, from: number, isAfterPause: (index: number) => boolean): boolean =>
  tags.some((_, index) => index > 0 && isAfterPause(from + index))

const endsPause = (text: string, before?: Word, word?: Word): boolean =>
  before !== undefined && word !== undefined && /[,;.!?]\s/u.test(text.slice(before.end, word.start).slice(0, 20))

function isBeside(
  tagged: readonly ReadonlySet<Tag>[],
  { from, to }: Hit,
  { near, across, within }: { near: Tag; across: Tag; within: number },
): boolean {
  for (const step of [1, -1]) {
    const first = step === 1 ? to : from - 1
    for (let index = first; Math.abs(index - first) < within; index += step) {
      const tags = tagged[index]
      if (tags === undefined || tags.has(across)) break
      if (tags.has(near)) return true
    }
  }
  return false
}
