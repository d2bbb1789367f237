import { guise, sameShape, signs, writtenOut } from './lookalikes.ts'

/** One character as it is compared, and where it stands in the original text. */
export type Character = Folded & { start: number; end: number }

type Folded = {
  /** Lower case, without accents, in Latin where it looks like that. */
  as: string
  /** What it stands for among Latin letters. */
  guise: string
  /** `run`: of a script without spaces between its words. */
  kind: 'letter' | 'digit' | 'sign' | 'run' | 'gap'
}

/** Reduces a text to what a reader sees: compatibility forms, accents, invisible characters and lookalikes are undone. */
export function foldText(text: string): Character[] {
  const folded: Character[] = []
  let start = 0
  for (const character of text) {
    const end = start + character.length
    for (const { as, guise: other, kind } of fold(character)) folded.push({ as, guise: other, kind, start, end })
    start = end
  }
  return folded
}

const known = new Map<string, Folded[]>()

function fold(character: string): readonly Folded[] {
  const before = known.get(character)
  if (before) return before
  const folded = Array.from(plain(character), classify)
  // What a hostile text can make it remember is bounded.
  if (known.size < 10_000) known.set(character, folded)
  return folded
}

const invisible = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\u0640]$/u
// Where marks are accents, or vowels that may be left out. In the scripts of India they are part of the spelling.
const accented =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Inherited}]/u

function plain(character: string): string {
  if (invisible.test(character)) return ''
  if (/^[™®©℠]$/u.test(character)) return ' '
  const letter = enclosed(character) ?? character.normalize('NFKC').toLowerCase()
  const bare = accented.test(letter) ? letter.normalize('NFD').replaceAll(/\p{M}/gu, '') : letter
  // A phrase in one character is no disguise, and a text of such would be twenty times as long.
  if (bare.length > 4) return ' '
  return Array.from(bare, (each) => writtenOut.get(each) ?? sameShape.get(each) ?? each).join('')
}

/** White letters in black circles and squares, and the letters of flags, which Unicode does not call letters. */
function enclosed(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0
  const first = [0x1f150, 0x1f170, 0x1f1e6].find((start) => code >= start && code < start + 26)
  return first === undefined ? undefined : String.fromCodePoint(0x61 + code - first)
}

function classify(as: string): Folded {
  const digit = /^\p{Nd}$/u.test(as) && !/^[0-9]$/u.test(as) ? decimal(as) : as
  return { as: digit, guise: guise.get(digit) ?? digit, kind: kindOf(digit) }
}

/** The digits of every script stand in blocks of ten. */
function decimal(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1
  return String(code - zero)
}

function kindOf(character: string): Folded['kind'] {
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]$/u.test(character)) return 'run'
  if (/^[\p{L}\p{M}]$/u.test(character)) return 'letter'
  if (/^[0-9]$/u.test(character)) return 'digit'
  return signs.has(character) || character === '*' ? 'sign' : 'gap'
}
