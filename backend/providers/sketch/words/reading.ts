import type { Colour } from '../colour.ts'
import type { SubjectId } from '../silhouettes/library.ts'
import { moodWords, seasonWords, timeWords, weatherWords } from './atmosphere.ts'
import type { Mood, Season, Time, Weather } from './atmosphere.ts'
import { colourWords } from './colours.ts'
import { naturalColours } from './natural-colours.ts'
import { countIn } from './numbers.ts'
import { placeWords } from './places.ts'
import type { Place } from './places.ts'
import { subjectWords } from './subjects.ts'
import { formsOf, lookUp } from './tokens.ts'

export type Link = 'on' | 'holding' | undefined

export type Mention = { id: SubjectId; count: number; exact: boolean; colours: Colour[]; link: Link }

export type Reading = {
  mentions: Mention[]
  places: Place[]
  times: Time[]
  weathers: Weather[]
  seasons: Season[]
  moods: Mood[]
  loose: Colour[]
}

const riding = new Set([
  'on',
  'riding',
  'rides',
  'ride',
  'atop',
  'crossing',
  'crosses',
  'aboard',
  'across',
  'upon',
  'driving',
  'inside',
])
const carrying = new Set([
  'with',
  'holding',
  'holds',
  'carrying',
  'playing',
  'reading',
  'drinking',
  'under',
  'flying',
  'offering',
])
const breaks = new Set([
  'in',
  'at',
  'by',
  'near',
  'behind',
  'beside',
  'above',
  'over',
  'through',
  'against',
  'between',
  '.',
  ';',
  ':',
])

export function readWords(tokens: readonly string[]): Reading {
  const reading: Reading = { mentions: [], places: [], times: [], weathers: [], seasons: [], moods: [], loose: [] }
  let count: number | undefined
  let colours: Colour[] = []
  let link: Link
  const loosen = () => {
    reading.loose.push(...colours)
    colours = []
  }
  for (let at = 0; at < tokens.length;) {
    const word = tokens[at] ?? ''
    const subject = lookUp(subjectWords, tokens, at)
    const place = lookUp(placeWords, tokens, at)
    const feeling = [
      note(reading.times, timeWords, tokens, at),
      note(reading.weathers, weatherWords, tokens, at),
      note(reading.seasons, seasonWords, tokens, at),
      note(reading.moods, moodWords, tokens, at),
    ]
    const felt = Math.max(...feeling)
    if (subject && subject.length >= Math.max(felt, place?.length ?? 0)) {
      const phrase = tokens.slice(at, at + subject.length).join(' ')
      const usual = formsOf(phrase).flatMap((form) => naturalColours.get(form) ?? [])
      reading.mentions.push({
        id: subject.kind,
        count: count === undefined || (count === 1 && subject.plural) ? (subject.plural ? 3 : 1) : count,
        exact: count !== undefined || !subject.plural,
        colours: colours.length > 0 ? colours : usual.slice(0, 1),
        link,
      })
      colours = []
      count = undefined
      link = undefined
      at += subject.length
      continue
    }
    if (place && place.length >= felt) {
      reading.places.push(place.kind)
      loosen()
      count = undefined
      link = undefined
      at += place.length
      continue
    }
    const colour = lookUp(colourWords, tokens, at)
    if (colour && felt <= 1) colours.push(colour.kind)
    count = countIn(word) ?? count
    if (riding.has(word)) link = 'on'
    else if (carrying.has(word)) link = 'holding'
    else if (breaks.has(word) || word === 'and' || word === ',') link = undefined
    if (breaks.has(word) || (word === ',' && !lookUp(colourWords, tokens, at + 1))) loosen()
    at += Math.max(1, felt)
  }
  loosen()
  return reading
}

function note<Kind>(kinds: Kind[], words: ReadonlyMap<string, Kind>, tokens: readonly string[], at: number): number {
  const found = lookUp(words, tokens, at)
  if (!found) return 0
  if (!kinds.includes(found.kind)) kinds.push(found.kind)
  return found.length
}
