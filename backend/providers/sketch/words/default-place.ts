import type { Random } from '../random.ts'
import type { SubjectId } from '../silhouettes/library.ts'
import { silhouettes } from '../silhouettes/library.ts'
import type { Place } from './places.ts'

const habitats: Partial<Record<SubjectId, Place>> = {
  astronaut: 'space',
  rocket: 'space',
  planet: 'space',
  ufo: 'space',
  comet: 'space',
  camel: 'desert',
  cactus: 'desert',
  pyramid: 'desert',
  penguin: 'snowfield',
  snowman: 'snowfield',
  car: 'street',
  bus: 'street',
  bicycle: 'street',
  robot: 'city',
  tower: 'city',
  palm: 'beach',
  lighthouse: 'sea',
  fox: 'forest',
  deer: 'forest',
  bear: 'forest',
  owl: 'forest',
  mushroom: 'forest',
  ghost: 'forest',
  train: 'mountains',
  tent: 'mountains',
  dragon: 'mountains',
  pagoda: 'mountains',
  flower: 'garden',
  tulip: 'garden',
  butterfly: 'garden',
  bee: 'garden',
  swan: 'lake',
  teapot: 'room',
  cup: 'room',
  guitar: 'room',
  book: 'room',
  crown: 'room',
  chair: 'room',
  apple: 'room',
  clock: 'room',
  key: 'room',
  candle: 'room',
  camera: 'room',
  cake: 'room',
  gift: 'room',
  vase: 'room',
  piano: 'room',
  umbrella: 'street',
  bridge: 'river',
}

const open: readonly [Place, ...Place[]] = ['field', 'mountains', 'lake', 'sea', 'forest', 'desert']

export function defaultPlace(subjects: readonly SubjectId[], random: Random): Place {
  for (const id of subjects) {
    const habitat = habitats[id]
    if (habitat) return habitat
    const { home } = silhouettes[id]
    if (home === 'water') return 'sea'
    if (home === 'under') return 'underwater'
  }
  return subjects.length > 0 && random.chance(0.6) ? 'field' : random.pick(open)
}
