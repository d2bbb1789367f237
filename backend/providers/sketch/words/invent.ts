import { randomFrom } from '../random.ts'

const views = [
  'a lone tree in a meadow',
  'a lone tree on a hill by a lake',
  'a hot air balloon over the mountains',
  'a hot air balloon over a meadow',
  'three birds over the sea',
  'a sailboat on a lake',
  'two sailboats on the sea',
  'a lighthouse by the sea',
  'a crescent over the mountains',
  'a crescent over the desert',
  'two kites over a beach',
  'seven stars over a lake',
  'a planet in space',
  'a comet over a forest',
  'a fox in a forest',
  'a whale under the sea',
  'five lanterns over a river',
  'an owl in a forest',
  'four butterflies in a garden',
  'a castle in the mountains',
  'a deer by a lake',
  'a tent in the mountains',
] as const
const times = ['at dawn', 'at noon', 'at golden hour', 'at sunset', 'at dusk', 'at night'] as const
const weathers = ['', '', '', 'with mist', 'with clouds'] as const
const colours = ['red', 'teal', 'amber', 'violet', 'blue', 'green', 'pink', 'gold'] as const

// A prompt without a word we know still gets a picture of its own.
export function invent(key: string): string {
  const { pick } = randomFrom('invent', key)
  return `${pick(views)} ${pick(times)} ${pick(weathers)}, ${pick(colours)}`
}
