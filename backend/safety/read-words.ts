import { type Character, foldText } from './fold-text.ts'
import { cutUp } from './cut-up.ts'
import type { Lexicon, Tag } from './lexicon.ts'
import { readings } from './readings.ts'
import { spacedOut } from './spaced-out.ts'
import { type Piece, splitPieces } from './split-pieces.ts'
import { unstretched } from './stretched.ts'

/** A word of the original text, from `start` to before `end`, and all that it may mean to the rules. */
export type Word = { start: number; end: number; tags: readonly Tag[] }

/** The words of a text in their order, with those found that are spaced out, cut up, glued together or masked. */
export function readWords(text: string, lexicon: Lexicon): Word[] {
  const pieces = splitPieces(foldText(text), text)
  const read = (piece: Piece) => (piece.isRun ? wordsOfRun(piece.characters, lexicon) : wordsOf(piece, lexicon))
  const words: Word[] = []
  for (let from = 0; from < pieces.length;) {
    const joined = spacedOut(pieces, { from, lexicon, read }) ?? cutUp(pieces, { from, lexicon })
    const piece = pieces[from]
    if (joined) words.push(...joined.words)
    else if (piece) words.push(...read(piece))
    from += joined?.pieces ?? 1
  }
  return words
}

/** One word, or several in one place when it is glued together from them. */
function wordsOf({ characters, start, end }: Piece, lexicon: Lexicon): Word[] {
  // A sign by itself, such as a bar between two words, is none.
  if (characters.every(({ kind }) => kind === 'sign')) return []
  const spellings = readings(characters)
  const tags = spellings.flatMap((word) => tagsOf(word, lexicon))
  if (tags.length > 0) return [{ start, end, tags }]
  const parts = spellings.map((word) => gluedFrom(word, lexicon)).find(({ length }) => length > 0) ?? [[]]
  return parts.map((part) => ({ start, end, tags: part }))
}

function tagsOf(word: string, { tree, stretched }: Lexicon): readonly Tag[] {
  if (word.includes('*')) return tree.findMasked(word)
  const tags = tree.find(word, 'too')
  if (word.length > 4 && word.endsWith('s')) tags.push(...tree.find(word.slice(0, -1), 'not'))
  const short = unstretched(word)
  return short === undefined ? tags : [...tags, ...stretched.find(short, 'too')]
}

const gluedFrom = (word: string, { glued }: Lexicon): readonly (readonly Tag[])[] =>
  word.length < 6 || word.length > 40 ? [] : glued.partsOf(word)

/** In a script without spaces the longest entry counts, so that a harmless long one covers a short one within it. */
function wordsOfRun(characters: readonly Character[], { tree }: Lexicon): Word[] {
  const text = characters.map(({ as }) => as).join('')
  const places = characters.flatMap((character) => Array.from({ length: character.as.length }, () => character))
  const words: Word[] = []
  const upTo = (from: number, to: number, tags: readonly Tag[]) => {
    const [first, last] = [places[from], places[to - 1]]
    if (first && last && to > from) words.push({ start: first.start, end: last.end, tags })
  }
  let unread = 0
  for (let at = 0; at < text.length;) {
    const found = tree.longestAt(text, at)
    if (found) {
      upTo(unread, at, [])
      upTo(at, at + found.length, found.tags)
      unread = at + found.length
    }
    at += found?.length ?? 1
  }
  upTo(unread, text.length, [])
  return words
}
