import type { Random } from '../sketch/random.ts'
import { codePoints, maxPromptLength } from '../../../contract/prompt.ts'
import { aspectOrder, type Phrase } from './choose-phrases.ts'
import { asSentence, capitalised, endsSentence, type Parts, wordCount } from './parts-of.ts'

const mostWords = 33

/** The prompt, then phrases set off by commas: 15 to 35 words more where there is room. */
export function writeShort({ body, tail }: Parts, phrases: readonly Phrase[], random: Random): string {
  const target = random.whole(18, 26)
  const chosen: Phrase[] = []
  for (const phrase of byWeight(phrases, random)) {
    if (wordsIn(chosen) >= target) break
    const longer = [...chosen, phrase]
    if (wordsIn(longer) <= mostWords && codePoints(written(body, tail, longer)) <= maxPromptLength) chosen.push(phrase)
  }
  return written(body, tail, chosen)
}

/** Medium and lettering first, finishing touches last, the rest in an order of chance. */
function byWeight(phrases: readonly Phrase[], random: Random): Phrase[] {
  return phrases
    .map((phrase) => ({ phrase, rank: weight(phrase) + random.next() * 0.99 }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ phrase }) => phrase)
}

function weight({ aspect }: Phrase): number {
  if (aspect === 'medium' || aspect === 'lettering') return 0
  return aspect === 'finish' ? 2 : 1
}

const wordsIn = (phrases: readonly Phrase[]): number => wordCount(phrases.map(({ short }) => short).join(' '))

function written(body: string, tail: string, phrases: readonly Phrase[]): string {
  const added = aspectOrder
    .flatMap((aspect) => phrases.filter((phrase) => phrase.aspect === aspect))
    .map(({ short }) => short)
    .join(', ')
  return endsSentence(body) ? `${asSentence(body)}${capitalised(added)}.${tail}` : `${body}, ${added}${tail}`
}
