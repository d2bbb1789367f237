import type { Direction } from './direct.ts'
import { composition } from './phrases/composition.ts'
import { finish } from './phrases/finish.ts'
import { light } from './phrases/light.ts'
import { medium } from './phrases/medium.ts'
import { mood } from './phrases/mood.ts'
import { palette } from './phrases/palette.ts'
import type { Pool } from './phrases/pool.ts'
import { technique } from './phrases/technique.ts'
import { texture } from './phrases/texture.ts'
import { isGraphic } from './read-kind.ts'
import type { Aspect } from './words/aspects.ts'
import type { Fact } from './words/facts.ts'
import type { Kind } from './words/kinds.ts'

/** For each aspect, the phrases that fit a direction. None: the aspect does not suit the picture. */
export const pools: Record<Aspect, (direction: Direction) => Pool> = {
  medium: mediumPool,
  composition: compositionPool,
  light: lightPool,
  palette: palettePool,
  technique: techniquePool,
  texture: texturePool,
  mood: (direction) => (direction.unread ? {} : mood[direction.mood]),
  lettering: ({ facts }) => (facts.has('lettering') ? finish.lettering : {}),
  finish: ({ unread, kind }) => {
    if (unread) return finish.neutral
    if (kind === 'pattern' || kind === 'map') return finish.surface
    return isGraphic(kind) ? finish.graphic : finish.scene
  },
}

type PhotoPool = Extract<keyof typeof medium, `photoOf${string}`>

const photoOf: Partial<Record<Kind, PhotoPool>> = {
  person: 'photoOfPerson',
  animal: 'photoOfAnimal',
  landscape: 'photoOfLandscape',
  building: 'photoOfBuilding',
  interior: 'photoOfInterior',
  food: 'photoOfFood',
  plant: 'photoOfPlant',
  machine: 'photoOfMachine',
  object: 'photoOfThing',
  product: 'photoOfProduct',
}

function mediumPool({ medium: chosen, kind }: Direction): Pool {
  if (chosen === 'photo') return medium[photoOf[kind] ?? 'photo']
  if (chosen === 'illustration' && kind === 'map') return medium.cartography
  if (chosen === 'illustration' && (kind === 'fantasy' || kind === 'space')) return medium.epicIllustration
  if (chosen === 'vector' && kind === 'diagram') return medium.technical
  return chosen === 'any' || chosen === 'pixel' || chosen === 'comic' ? {} : medium[chosen]
}

function compositionPool({ unread, kind, facts, place }: Direction): Pool {
  if (unread) return {}
  if (facts.has('portrait') && (kind === 'person' || kind === 'animal' || kind === 'fantasy'))
    return composition.portrait
  if (kind === 'person' && facts.has('crowd')) return composition.crowd
  if (kind === 'animal' && place === 'underwater') return composition.underwater
  return composition[kind]
}

function lightPool(direction: Direction): Pool {
  const { unread, kind, medium: chosen, facts, time, place } = direction
  const flat = chosen === 'vector' || chosen === 'pixel' || chosen === 'print'
  if (unread || flat || facts.has('outline') || isGraphic(kind) || kind === 'abstract') return {}
  if (place === 'underwater') return light.underwater
  if (place === 'space') return light.space
  if (kind === 'product') return light.studio
  if (time === 'several' || place === 'several') return light.neutral
  if (time === 'night') return lightAtNight(direction)
  if (place === 'indoor') return facts.has('portrait') ? { ...light.portrait, ...light.indoor } : light.indoor
  if (facts.has('storm')) return light.storm
  if (facts.has('fog')) return light.fog
  if (facts.has('rain')) return light.rain
  if (time) return light[time]
  if (facts.has('snow')) return light.snow
  if (facts.has('forest')) return light.forest
  if (kind === 'food') return place === 'outdoor' ? light.outdoor : light.food
  if (kind === 'fantasy') return { ...light.fantasy, ...light.neutral }
  if (place === 'outdoor') return facts.has('portrait') ? { ...light.outdoor, ...light.portrait } : light.outdoor
  return facts.has('portrait') ? light.portrait : light.neutral
}

function lightAtNight({ facts, place }: Direction): Pool {
  if (place === 'indoor') return light.nightIndoor
  return facts.has('city') ? light.nightCity : light.night
}

const settings = ['snow', 'autumn', 'spring', 'forest', 'desert', 'sea'] as const

function palettePool(direction: Direction): Pool {
  const { unread, kind, facts, time, place, colour, mood: tone } = direction
  if (unread) return {}
  if (facts.has('outline')) return palette.outline
  if (facts.has('mono')) return palette.mono
  if (colour !== undefined) return palette.named
  if (isGraphic(kind) && kind !== 'pattern') return { ...palette.graphic, ...palette[tone] }
  if (place === 'underwater' || place === 'space') return palette[place]
  if (kind === 'food') return palette.inviting
  if (kind === 'abstract' || kind === 'product' || kind === 'pattern') return palette[tone]
  if (time === 'night' && place !== 'indoor') return facts.has('city') ? palette.nightCity : palette.night
  if (time === 'dusk' || time === 'dawn') return palette[time]
  const setting = settings.find((name) => facts.has(name))
  if (setting && place !== 'indoor') return palette[setting]
  return kind === 'general' || kind === 'animal' ? { ...palette[tone], ...palette.neutral } : palette[tone]
}

function techniquePool({ unread, medium: chosen, kind, facts }: Direction): Pool {
  if (unread) return {}
  if (chosen !== 'photo') return technique[chosen]
  if (facts.has('portrait')) return technique.photoOfPortrait
  const special = photoOf[kind]
  if (!special) return technique.photo
  if (special === 'photoOfInterior') return technique.photoOfBuilding
  if (special === 'photoOfMachine') return technique.photoOfThing
  return special === 'photoOfProduct' ? technique.photoOfThing : technique[special]
}

const coats = ['feather', 'scale', 'sea_creature', 'insect', 'hide', 'fur'] as const
/** Media whose surface is their own, whatever they show. */
const ownSurface = new Set(['vector', 'pixel', 'print', 'craft', 'comic'])

function texturePool({ unread, kind, medium: chosen, facts }: Direction): Pool {
  if (unread) return {}
  if (ownSurface.has(chosen) && !isGraphic(kind)) return texture.flat
  if (kind === 'person') return facts.has('crowd') ? texture.crowd : texture.person
  if (kind === 'food') return foodTexture(facts.has('hot'), facts.has('cold'))
  if (kind === 'landscape') return landscapeTexture(facts)
  if (kind === 'machine' && facts.has('sea')) return texture.sea
  if (kind !== 'animal') return texture[kind]
  const known = coats.filter((coat) => facts.has(coat))
  const [coat] = known
  return coat === undefined || known.length > 1 ? texture.animal : { ...texture[coat], ...texture.animal }
}

function landscapeTexture(facts: ReadonlySet<Fact>): Pool {
  const setting = (['snow', 'sea', 'desert', 'forest'] as const).find((name) => facts.has(name))
  return setting ? { ...texture[setting], ...texture.landscape } : texture.landscape
}

function foodTexture(hot: boolean, cold: boolean): Pool {
  if (hot && !cold) return texture.hotFood
  return cold && !hot ? texture.coldFood : texture.food
}
