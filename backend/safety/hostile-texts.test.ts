import { expect, test } from 'vitest'
import { breachOf } from './refuse-blocked.ts'

const long = 65_536
const fill = (text: string) => text.repeat(Math.ceil(long / text.length)).slice(0, long)

const hostile: Record<string, string> = {
  'one letter': fill('a'),
  'one letter and a digit in its place': `${fill('1')}a`,
  'letters apart': fill('a '),
  'a blocked word, its letters apart': fill('n u d e '),
  'letters apart in uneven gaps': fill('n u  d e   '),
  'a blocked word over and over': fill('naked '),
  'blocked words glued together': fill('nakedchild'),
  'halves of a blocked word': fill('na ked '),
  'pieces of two letters': fill('xq '),
  'hyphens between letters': fill('a-'),
  asterisks: fill('*'),
  'letters and asterisks': fill('p*'),
  digits: fill('1'),
  'digits for letters': fill('n4k3d'),
  'dots alone': fill('.'),
  'nothing to see': fill('\u200B'),
  'one letter under all accents': `a${fill('\u0301')}`,
  'a letter that is a phrase': fill('\uFDFA'),
  'letters of two alphabets': fill('aоаоbсd '),
  'letters in pairs': fill('aabbccdd'),
  'two pairs, then none': `aabb${fill('ab')}`,
  'a word of a script without spaces': fill('裸'),
  'the same, apart': fill('裸 '),
  'a script without spaces, nothing in it': fill('猫が好き'),
  'both halves of a rule, never near': fill('jews a b c d e f g h i j k l m rats '),
  'one half of a rule, then the other': fill('jews ').slice(0, long / 2) + fill('parasites ').slice(0, long / 2),
  'words with a harmless neighbour': fill('nude woman of the and in a lipstick '),
  'combinations without end': fill('corpse blood child woman statue nude '),
  'half characters': fill('\uD83E'),
}

// Of anything quadratic, twice the length takes four times as long; a busy machine is given some room and three tries.
test.each(Object.entries(hostile))('takes time in proportion to the text: %s', (_, text) => {
  const times = () => ({ half: millisecondsOf(text.slice(0, long / 2)), whole: millisecondsOf(text) })
  const isLinear = ({ half, whole }: ReturnType<typeof times>) => whole < Math.max(half * 3, 200)
  expect([1, 2, 3].some(() => isLinear(times()))).toBe(true)
})

function millisecondsOf(text: string): number {
  const before = process.cpuUsage()
  breachOf(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

test('reads anything that is a string, and finds its words where they stand', () => {
  const alphabet = [
    'n',
    'u',
    'd',
    'e',
    ' ',
    'child',
    '裸',
    'о',
    '\u200B',
    '*',
    '4',
    '.',
    '\uD83E',
    '🅰',
    'ﷺ',
    '\u0301',
    '😀',
    '-',
    'porn',
    '\n',
  ]
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: next(40) }, () => alphabet[next(alphabet.length)]).join('')
    const breach = breachOf(text)
    for (const { start, end } of breach?.places ?? []) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(text.length)
    }
  }
})
