import type { Random } from '../sketch/random.ts'
import type { Reading } from './read-prompt.ts'
import { isGraphic } from './read-kind.ts'
import type { Mood } from './words/facts.ts'
import type { Kind } from './words/kinds.ts'
import type { Medium } from './words/media.ts'

/** A reading whose open questions are decided: the medium, and the mood that colours the rest. */
export type Direction = Reading & { medium: Medium; mood: Mood }

export function direct(reading: Reading, random: Random): Direction {
  const medium = reading.medium ?? random.pick(allowed(mediaFor(reading), reading.excluded))
  const mood = reading.mood ?? random.pick(moodsFor(reading))
  return { ...reading, medium, mood }
}

type Some<T> = readonly [T, ...T[]]

/** What suits a subject; repeated where it suits best. */
const mediaOf: Record<Kind, Some<Medium>> = {
  person: ['photo', 'photo', 'photo', 'painting', 'illustration'],
  animal: ['photo', 'photo', 'painting', 'watercolour', 'illustration'],
  landscape: ['photo', 'photo', 'painting', 'watercolour', 'print'],
  building: ['photo', 'photo', 'painting', 'watercolour', 'illustration'],
  interior: ['photo', 'photo', 'painting', 'illustration'],
  food: ['photo', 'photo', 'photo', 'painting'],
  plant: ['photo', 'photo', 'watercolour', 'painting', 'drawing'],
  machine: ['photo', 'photo', 'render', 'illustration'],
  object: ['photo', 'photo', 'painting', 'render'],
  product: ['photo', 'photo', 'render'],
  space: ['illustration', 'illustration', 'painting'],
  underwater: ['photo', 'photo', 'painting', 'illustration'],
  fantasy: ['illustration', 'illustration', 'painting'],
  abstract: ['painting', 'painting', 'render', 'print'],
  logo: ['vector'],
  icon: ['vector'],
  diagram: ['vector'],
  map: ['illustration'],
  poster: ['print', 'vector', 'illustration'],
  pattern: ['vector', 'print', 'watercolour'],
  general: ['photo', 'painting', 'illustration'],
}

function mediaFor({ unread, kind, facts, mood }: Reading): Some<Medium> {
  if (unread) return ['any']
  if (isGraphic(kind)) return mediaOf[kind]
  if (facts.has('realistic')) return ['photo']
  if (facts.has('mono')) return ['photo', 'photo', 'any']
  if (mood === 'playful' && (kind === 'machine' || kind === 'fantasy' || kind === 'general')) {
    return ['illustration', 'render', 'craft', 'watercolour']
  }
  if (facts.has('genre') && (kind === 'person' || kind === 'building' || kind === 'general')) {
    return ['photo', 'illustration', 'render']
  }
  return mediaOf[kind]
}

function allowed(media: Some<Medium>, excluded: RegExp | undefined): Some<Medium> {
  if (!excluded) return media
  const [first, ...others] = media.filter((medium) => !excluded.test(medium))
  return first === undefined ? ['any'] : [first, ...others]
}

const moodsOf: Record<Kind, Some<Mood>> = {
  person: ['tender', 'calm', 'refined'],
  animal: ['calm', 'tender', 'playful'],
  landscape: ['calm', 'dramatic', 'mysterious'],
  building: ['calm', 'mysterious', 'refined'],
  interior: ['tender', 'calm', 'refined'],
  food: ['inviting'],
  plant: ['calm', 'tender', 'refined'],
  machine: ['dramatic', 'refined', 'energetic'],
  object: ['calm', 'refined', 'tender'],
  product: ['refined'],
  space: ['mysterious', 'dramatic', 'calm'],
  underwater: ['mysterious', 'calm'],
  fantasy: ['mysterious', 'dramatic'],
  abstract: ['energetic', 'calm', 'mysterious'],
  logo: ['refined', 'playful'],
  icon: ['playful', 'refined'],
  diagram: ['refined'],
  map: ['mysterious', 'calm'],
  poster: ['energetic', 'refined', 'dramatic'],
  pattern: ['calm', 'playful', 'joyful'],
  general: ['calm', 'mysterious', 'dramatic'],
}

function moodsFor({ kind, time, place, facts }: Reading): Some<Mood> {
  if (kind === 'food' || kind === 'product' || isGraphic(kind)) return moodsOf[kind]
  if (facts.has('storm')) return ['dramatic']
  if (facts.has('fog')) return ['mysterious', 'calm']
  if (facts.has('rain')) return ['melancholy', 'calm']
  if (facts.has('heroic')) return ['dramatic', 'mysterious', 'dramatic']
  if (place === 'indoor' && kind === 'person') return ['tender', 'calm']
  if (time === 'night') return ['mysterious', 'calm', 'dramatic']
  if (time === 'dusk') return ['tender', 'calm']
  if (time === 'day') return ['joyful', 'calm']
  if (time === 'dawn') return ['calm', 'tender']
  return moodsOf[kind]
}
