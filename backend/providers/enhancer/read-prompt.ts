import { excludedBy, withoutNegations } from './negations.ts'
import { quotationsIn, withoutQuotations } from './quotations.ts'
import { readKind } from './read-kind.ts'
import { type Aspect, aspects, colours } from './words/aspects.ts'
import { type Fact, facts, type Mood, moods } from './words/facts.ts'
import { isForeign } from './words/foreign.ts'
import type { Kind } from './words/kinds.ts'
import { type Medium, media } from './words/media.ts'
import { has, pattern, patterns } from './words/pattern.ts'

/** What a prompt has settled already. */
export type Reading = {
  kind: Kind
  /** `any`: a manner is named that is no medium of ours. Undefined: left open. */
  medium: Medium | undefined
  mood: Mood | undefined
  /** `several`: more than one is named, so that nothing may depend on it. */
  time: Time | 'several' | undefined
  place: Place | 'several' | undefined
  facts: ReadonlySet<Fact>
  settled: ReadonlySet<Aspect>
  /** The one colour that is named, when there is just one. */
  colour: string | undefined
  /** Finds in a phrase what the prompt asks to leave out. */
  excluded: RegExp | undefined
  /** Not English, or without a known word: nothing can be told about what it shows. */
  unread: boolean
}
type Time = (typeof times)[number]
type Place = (typeof places)[number]

const times = ['night', 'dusk', 'dawn', 'day'] as const
const places = ['underwater', 'space', 'indoor', 'outdoor'] as const
const factPatterns = patterns(facts)
const moodPatterns = patterns(moods)
const mediumPatterns = patterns(media)
const aspectPatterns = patterns(aspects)
const colourPattern = pattern(colours)
const byArtist = /(?<!\p{L})by \p{Lu}\p{L}+ \p{Lu}\p{L}+/u

export function readPrompt(prompt: string): Reading {
  const open = withoutQuotations(prompt)
  const text = withoutNegations(open)
  const kind = readKind(mediumPatterns.reduce((rest, [, words]) => rest.replaceAll(words, ' '), text))
  const medium = namesIn(text, mediumPatterns)[0] ?? (byArtist.test(text) ? 'any' : undefined)
  const mood = namesIn(text, moodPatterns)[0]
  const excluded = excludedBy(open)
  const found = new Set(namesIn(text, factPatterns))
  const known = kind !== 'general' || medium !== undefined || mood !== undefined || found.size > 0
  if (quotationsIn(prompt).length === 0) found.delete('lettering')
  if (excluded?.test('colour') === true) found.add('mono')
  const settled = new Set(namesIn(text, aspectPatterns))
  const [colour, second] = new Set(Array.from(text.matchAll(colourPattern), ([word]) => word.toLowerCase()))
  if (second !== undefined) settled.add('palette')
  if (medium !== undefined) settled.add('medium')
  if (mood !== undefined) settled.add('mood')
  return {
    kind,
    medium,
    mood,
    time: onlyOne(times.filter((time) => found.has(time))),
    place: placeOf(
      kind,
      places.filter((place) => found.has(place)),
    ),
    facts: found,
    settled,
    colour: second === undefined ? colour : undefined,
    excluded,
    unread: isForeign(text) || !known,
  }
}

const namesIn = <Name>(text: string, lists: [Name, RegExp][]): Name[] =>
  lists.filter(([, words]) => has(text, words)).map(([name]) => name)

function placeOf(kind: Kind, found: Place[]): Place | 'several' | undefined {
  if (kind === 'interior') return 'indoor'
  const [first] = found
  if (first === 'underwater' || first === 'space') return first
  if (first === undefined && (kind === 'landscape' || kind === 'building')) return 'outdoor'
  return onlyOne(found)
}

const onlyOne = <Name>([first, second]: Name[]): Name | 'several' | undefined =>
  second === undefined ? first : 'several'
