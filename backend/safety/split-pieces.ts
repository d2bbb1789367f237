import type { Character } from './fold-text.ts'

/** Letters, digits and signs in a row: most often a word. */
export type Piece = {
  characters: readonly Character[]
  start: number
  end: number
  isRun: boolean
  /** Nothing but one sign, no space, parts it from the piece before. */
  isTied: boolean
}

export function splitPieces(characters: readonly Character[], text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (let at = 1; at <= characters.length; at += 1) {
    if (at < characters.length && belongTogether(characters[at - 1], characters[at])) continue
    const piece = pieceOf(characters.slice(from, at), text, pieces.at(-1))
    if (piece) pieces.push(piece)
    from = at
  }
  return pieces
}

const belongTogether = (one?: Character, other?: Character): boolean => groupOf(one) === groupOf(other)

const groupOf = (character?: Character) =>
  character?.kind === 'gap' || character?.kind === 'run' ? character.kind : 'word'

function pieceOf(characters: readonly Character[], text: string, before?: Piece): Piece | undefined {
  const [first, last] = [characters[0], characters.at(-1)]
  if (first === undefined || last === undefined || first.kind === 'gap') return undefined
  const { start } = first
  const between = before === undefined ? '' : text.slice(before.end, start)
  const isTied = before !== undefined && /^[^\p{L}\p{N}\s]?$/u.test(between)
  return { characters, start, end: last.end, isRun: first.kind === 'run', isTied }
}
