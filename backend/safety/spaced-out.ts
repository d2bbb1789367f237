import type { Lexicon } from './lexicon.ts'
import { signs } from './lookalikes.ts'
import type { Word } from './read-words.ts'
import type { Piece } from './split-pieces.ts'

const shortestInside = 4

/** What single letters in a row spell, and how many pieces they are; `read` reads a piece that is put together of them. */
export function spacedOut(
  pieces: readonly Piece[],
  { from, lexicon, read }: { from: number; lexicon: Lexicon; read: (piece: Piece) => Word[] },
): { pieces: number; words: Word[] } | undefined {
  const isRun = pieces[from]?.isRun
  let to = from
  while (pieces[to]?.characters.length === 1 && pieces[to]?.isRun === isRun) to += 1
  if (to - from < (isRun ? 2 : 3)) return undefined
  const letters = pieces.slice(from, to)
  const apart = isRun ? [] : byWiderGaps(letters).flatMap(read)
  const words = apart.some(({ tags }) => tags.length > 0)
    ? apart
    : spellings(letters)
        .map((spelt) => wordsIn(spelt, letters, lexicon))
        .find(({ length }) => length > 0)
  // A long row of letters is passed over as a whole even if nothing is in it, so that it is read once.
  return words || to - from > 8 ? { pieces: to - from, words: words ?? [] } : undefined
}

/** The letters of each word, where more space is left between words than between letters. */
function byWiderGaps(letters: readonly Piece[]): Piece[] {
  const gapBefore = (index: number) => (letters[index]?.start ?? 0) - (letters[index - 1]?.end ?? 0)
  const usual = letters.slice(1).reduce((least, _, index) => Math.min(least, gapBefore(index + 1)), Infinity)
  const words: Piece[] = []
  for (const [index, letter] of letters.entries()) {
    const before = words.at(-1)
    if (before && gapBefore(index) === usual) words.splice(-1, 1, merged(before, letter))
    else words.push(letter)
  }
  return words
}

const merged = (one: Piece, other: Piece): Piece => ({
  ...one,
  // Longer than any word: what comes after can be left out.
  characters: one.characters.length < 60 ? [...one.characters, ...other.characters] : one.characters,
  end: other.end,
})

/** As many letters as there are pieces: signs read as letters, then lookalikes as Latin too. */
function spellings(letters: readonly Piece[]): string[] {
  const characters = letters.flatMap((letter) => letter.characters)
  const plain = characters.map(({ as }) => signs.get(as) ?? as).join('')
  const disguised = characters.map(({ as, guise }) => signs.get(as) ?? guise).join('')
  return plain === disguised ? [plain] : [plain, disguised]
}

function wordsIn(spelt: string, letters: readonly Piece[], { tree }: Lexicon): Word[] {
  const words: Word[] = []
  const shortest = letters[0]?.isRun ? 1 : shortestInside
  for (let at = 0; at < spelt.length;) {
    const found = tree.longestAt(spelt, at)
    const [first, last] = [letters[at], letters[at + (found?.length ?? 1) - 1]]
    const counts = found && (found.length >= shortest || found.length === spelt.length)
    if (counts && first && last) words.push({ start: first.start, end: last.end, tags: found.tags })
    at += counts ? found.length : 1
  }
  return words
}
