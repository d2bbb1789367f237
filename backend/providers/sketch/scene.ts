import type { Colour } from './colour.ts'
import { randomFrom } from './random.ts'
import type { SubjectId } from './silhouettes/library.ts'
import type { Mood, Season, Time, Weather } from './words/atmosphere.ts'
import { concepts } from './words/concepts.ts'
import { defaultPlace } from './words/default-place.ts'
import { invent } from './words/invent.ts'
import type { Place } from './words/places.ts'
import { readWords } from './words/reading.ts'
import type { Link, Mention, Reading } from './words/reading.ts'
import { tokensOf } from './words/tokens.ts'

export type Subject = { id: SubjectId; count: number; exact: boolean; colours: readonly Colour[]; link: Link }

export type Scene = {
  // What distinguishes this prompt from another that reads the same.
  key: string
  subjects: readonly Subject[]
  place: Place
  backdrop: Place | undefined
  time: Time
  weather: ReadonlySet<Weather>
  season: Season | undefined
  mood: Mood | undefined
  palette: readonly Colour[]
}

export function readScene(prompt: string, negativePrompt = ''): Scene {
  const tokens = tokensOf(prompt)
  const key = tokens.join(' ') || prompt
  const random = randomFrom('scene', key)
  const unwanted = readWords(tokensOf(negativePrompt))
  const reading = without(understood(tokens, key), unwanted)
  const ids = reading.mentions.map(({ id }) => id)
  const [place, backdrop] = placesIn(reading.places, () => defaultPlace(ids, random))
  return {
    key,
    subjects: merged(reading.mentions).slice(0, 5),
    place,
    backdrop,
    time: reading.times.findLast(() => true) ?? impliedTime(ids, place, reading, random.next()),
    weather: new Set(reading.weathers),
    season: reading.seasons[0],
    mood: reading.moods[0],
    palette: reading.loose.slice(0, 3),
  }
}

function understood(tokens: string[], key: string): Reading {
  const reading = readWords(tokens)
  if (reading.mentions.length > 0) return reading
  const meant = tokens.flatMap((token) => concepts.get(token) ?? [])
  const text = meant[0] ?? (isBlank(reading) ? invent(key) : '')
  const imagined = readWords(tokensOf(text))
  return {
    mentions: imagined.mentions,
    places: [...reading.places, ...imagined.places],
    times: reading.times.length > 0 ? reading.times : imagined.times,
    weathers: [...reading.weathers, ...imagined.weathers],
    seasons: [...reading.seasons, ...imagined.seasons],
    moods: [...reading.moods, ...imagined.moods],
    loose: reading.loose.length > 0 ? reading.loose : imagined.loose,
  }
}

function isBlank({ places, times, weathers, seasons }: Reading): boolean {
  return places.length + times.length + weathers.length + seasons.length === 0
}

function without(reading: Reading, unwanted: Reading): Reading {
  const refused = new Set(unwanted.mentions.map(({ id }) => id))
  const colours = new Set(unwanted.loose)
  return {
    mentions: reading.mentions
      .filter(({ id }) => !refused.has(id))
      .map((mention) => ({ ...mention, colours: mention.colours.filter((colour) => !colours.has(colour)) })),
    places: keep(reading.places, unwanted.places),
    times: keep(reading.times, unwanted.times),
    weathers: keep(reading.weathers, unwanted.weathers),
    seasons: keep(reading.seasons, unwanted.seasons),
    moods: keep(reading.moods, unwanted.moods),
    loose: reading.loose.filter((colour) => !colours.has(colour)),
  }
}

function keep<T>(kept: readonly T[], dropped: readonly T[]): T[] {
  return kept.filter((value) => !dropped.includes(value))
}

function merged(mentions: readonly Mention[]): Subject[] {
  const subjects: Subject[] = []
  for (const mention of mentions) {
    const twin = subjects.find(({ id }) => id === mention.id)
    if (!twin) subjects.push(mention)
    else subjects[subjects.indexOf(twin)] = { ...twin, colours: [...twin.colours, ...mention.colours] }
  }
  return subjects
}

const horizons = new Set<Place>(['mountains', 'forest', 'city', 'village', 'desert'])

function placesIn(places: readonly Place[], otherwise: () => Place): [Place, Place | undefined] {
  const settled = places.filter((place) => place !== 'sky')
  const near = settled.find((place) => !horizons.has(place)) ?? settled[0] ?? places[0] ?? otherwise()
  return [near, settled.find((place) => place !== near && horizons.has(place))]
}

const nightly = new Set<SubjectId>(['moon', 'crescent', 'star', 'comet', 'ghost', 'owl', 'ufo', 'lantern'])

function impliedTime(ids: readonly SubjectId[], place: Place, { moods }: Reading, roll: number): Time {
  if (place === 'space' || moods.includes('neon') || moods.includes('dark')) return 'night'
  if (ids.some((id) => nightly.has(id))) return 'night'
  const times: Time[] = ['day', 'day', 'day', 'dawn', 'golden', 'sunset']
  return times[Math.floor(roll * times.length)] ?? 'day'
}
