import type { Direction } from './direct.ts'

const words = (list: string): RegExp => new RegExp(`(?<!\\p{L})(?:${list})`, 'iu')

const camera = words('lens|camera|photo|film|bokeh|shutter|\\d+ mm|tilt-shift|depth of field|in focus|unretouched')
const brush = words('brush|paint|canvas|pencil|hatching|pastel drawing')
const sun = words('sun(?!ken)|daylight|midday|noon|afternoon|golden light|blue sky')
const moon = words('moon|starlight|neon|lantern|street lamp|lamplight')
const outdoors = words('sky|horizon|the land|wind\\b|panoram|clouds?|overcast|street')
const indoors = words('window light|nearby window|through a window|room|curtain|floor|doorway|indoors')
const colour = words(
  'colou?r|warm|cool|gold|amber|honey|blue|red|rose|green|violet|orange|yellow|iridescent|ember|brass|copper|neon|tinted',
)
const face = words('skin|face|expression|eyes|gaze|hair|lively|alert|head and shoulders|head-and-shoulders')
const gloom = words('brood|gloom|bruised|uneasy|stark|near-black|dim|eerie|desaturated|washed-out|drained')
const cheer = words(
  'cheer|buoyant|candy|fun\\b|playful|optimis|airy|light-hearted|whimsical|cosy|sunflower|festive|appetising',
)
const rush = words('restless|electric|collide|dynamic|vivid sense|push against')
const dry = words('dust|wear|embers?\\b')
const age = words('weathered|worn|wear\\b|old|aged|ancient|rust|history')
const thaw = words('heat|lush|vegetation|leaf|moss|fern|soil')

/** What would contradict a direction, as patterns that no phrase may match. */
export function unfitWords(direction: Direction): RegExp[] {
  const { medium, mood, time, place, facts, excluded } = direction
  const unfit: [boolean, RegExp][] = [
    [medium !== 'photo', camera],
    [['photo', 'render', 'vector', 'pixel', 'craft', 'any'].includes(medium), brush],
    [time === 'night' || place === 'underwater' || place === 'space', sun],
    [time !== undefined && time !== 'night', moon],
    [place === 'indoor' || place === 'underwater' || place === 'space', outdoors],
    [place !== undefined && place !== 'indoor' && !facts.has('portrait'), indoors],
    [facts.has('mono'), colour],
    [facts.has('covered') || facts.has('unseen'), face],
    [['joyful', 'playful', 'tender', 'inviting', 'calm'].includes(mood), gloom],
    [['dark', 'melancholy', 'dramatic', 'mysterious'].includes(mood), cheer],
    [['calm', 'tender', 'melancholy'].includes(mood), rush],
    [['pixel', 'vector', 'comic', 'render', 'craft', 'any'].includes(medium), words('true-to-life|true to life')],
    [place === 'underwater', dry],
    [mood === 'refined' || facts.has('genre'), age],
    [facts.has('snow') || facts.has('desert') || place === 'space', thaw],
  ]
  const rules = unfit.filter(([applies]) => applies).map(([, pattern]) => pattern)
  return excluded ? [...rules, excluded] : rules
}
