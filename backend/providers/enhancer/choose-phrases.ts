import type { Random } from '../sketch/random.ts'
import type { Direction } from './direct.ts'
import { finish } from './phrases/finish.ts'
import type { Pool } from './phrases/pool.ts'
import { pools } from './pools.ts'
import { unfitWords } from './unfit.ts'
import type { Aspect } from './words/aspects.ts'
import { contentWords } from './words/content-words.ts'

export type Phrase = { aspect: Aspect; short: string; long: string }

/** The order in which aspects are written down. */
export const aspectOrder: readonly Aspect[] = [
  'medium',
  'composition',
  'light',
  'palette',
  'lettering',
  'technique',
  'texture',
  'mood',
  'finish',
]

/**
 * One phrase for each aspect the prompt leaves open, then finishing phrases to fill up with. Never none. They hardly
 * share a word that carries meaning, and none says again what the prompt says.
 */
export function choosePhrases(prompt: string, direction: Direction, random: Random): Phrase[] {
  const unfit = unfitWords(direction)
  const told = new Set(contentWords(prompt))
  const taken = new Set<string>()
  const used = new Set<string>()
  const repeats = ({ words }: Candidate) => new Set(words.filter((word) => used.has(word))).size
  const fits = ({ short, long }: Phrase) =>
    !unfit.some((pattern) => pattern.test(`${short} | ${long}`)) && !saysAgain(short, told) && !saysAgain(long, told)
  const pick = (candidates: Candidate[], mostRepeats: number): Phrase[] => {
    const left = candidates.filter(({ short }) => !taken.has(short))
    const least = Math.min(...left.map(repeats))
    const [first, ...others] = left.filter((candidate) => repeats(candidate) === least)
    if (first === undefined || least > mostRepeats) return []
    const { words, ...phrase } = random.pick([first, ...others])
    taken.add(phrase.short)
    for (const word of words) used.add(word)
    return [phrase]
  }
  const candidates = (aspect: Aspect, pool: Pool) => candidatesIn(aspect, pool, direction.colour).filter(fits)
  const open = aspectOrder.filter((aspect) => aspect !== 'finish' && !direction.settled.has(aspect))
  const chosen = open.flatMap((aspect) => pick(candidates(aspect, pools[aspect](direction)), 1))
  if (!direction.settled.has('texture')) chosen.push(...pick(candidates('texture', pools.texture(direction)), 0))
  for (const pool of [pools.finish(direction), finish.neutral]) {
    const spare = candidates('finish', pool)
    for (let more = pick(spare, 0); more.length > 0; more = pick(spare, 0)) chosen.push(...more)
  }
  if (chosen.length > 2) return chosen
  return [...chosen, ...candidatesIn('finish', finish.neutral).filter(({ short }) => !taken.has(short))]
}

type Candidate = Phrase & { words: string[] }

const candidatesIn = (aspect: Aspect, pool: Pool, colour = ''): Candidate[] =>
  Object.entries(pool).map(([briefly, fully]) => {
    const [short, long] = [briefly.replace('{colour}', colour), fully.replace('{colour}', colour)]
    return { aspect, short, long, words: contentWords(`${short} ${long}`) }
  })

function saysAgain(phrase: string, told: ReadonlySet<string>): boolean {
  const words = contentWords(phrase)
  return words.length > 0 && words.filter((word) => told.has(word)).length * 2 >= words.length
}
