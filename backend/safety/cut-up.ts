import type { Lexicon, Tag } from './lexicon.ts'
import type { Word } from './read-words.ts'
import { readings } from './readings.ts'
import type { Piece } from './split-pieces.ts'

const longestJoined = 16
const shortestPair = 6

const shortestCut = 4

/** A word that was cut into the two to four pieces from here on, and how many they are. */
export function cutUp(
  pieces: readonly Piece[],
  { from, lexicon: { tree, glued } }: { from: number; lexicon: Lexicon },
): { pieces: number; words: Word[] } | undefined {
  const first = pieces[from]
  if (first === undefined || first.isRun || first.characters.length > longestJoined || !hasLetter(first))
    return undefined
  let { length } = first.characters
  let [tied, cut, found] = [true, isFragment(first), undefined as ReturnType<typeof cutUp>]
  for (let to = from + 1; to < from + 4; to += 1) {
    const piece = pieces[to]
    length += piece?.characters.length ?? longestJoined
    if (piece === undefined || piece.isRun || length > longestJoined || !hasLetter(piece)) break
    tied &&= piece.isTied
    cut ||= isFragment(piece)
    // Two words in plain sight are rarely meant as one: only what is worth a disguise is looked for.
    const plain = to === from + 1 && length >= shortestPair && isLetters(first) && isLetters(piece)
    const words = tied || cut ? tree : plain ? glued : undefined
    if (words === undefined || length < shortestCut) continue
    const tags = wholeTags(readings(pieces.slice(from, to + 1).flatMap(({ characters }) => characters)), words)
    if (tags.length > 0) found = { pieces: to - from + 1, words: [{ start: first.start, end: piece.end, tags }] }
  }
  return found
}

const wholeTags = (spellings: readonly string[], tree: Lexicon['tree']): Tag[] => [
  ...new Set(spellings.flatMap((word) => tree.find(word, 'not'))),
]

const hasLetter = ({ characters }: Piece): boolean => characters.some(({ kind }) => kind === 'letter')

const isLetters = ({ characters }: Piece): boolean => characters.every(({ kind }) => kind === 'letter')

/** No word of its own: two letters that are no common word, or a few without a vowel. */
function isFragment({ characters }: Piece): boolean {
  if (characters.length > 4 || characters.some(({ kind }) => kind !== 'letter')) return false
  const letters = characters.map(({ guise }) => guise).join('')
  return characters.length <= 2 ? !shortWords.has(letters) : !/[aeiouy]/u.test(letters)
}

const shortWords = new Set(
  (
    'a i o s t d m x y z ad ag ah ai al am an ap ar as at au aw ax ba be bi by ch cm co da de di do du ed eh el em en er es et eu ' +
    'ev ex fa fi ft go ha he hi ho id if il im in io ip ir is it iv ix je jo jr ka km ko la le li lo lu ma me mi mm mr ms mu my na ne ni ' +
    'no nu nr ny of oh ok om on op or os ou ow ox oz pa pc pi po pr ps px qi ra re sa se si so st su ta te ti to tu tv uk un up us ' +
    've vi vs vu we wi xi xl ya ye yo zu'
  ).split(' '),
)
