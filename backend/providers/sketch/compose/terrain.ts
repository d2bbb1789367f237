import { mix } from '../colour.ts'
import type { Colour } from '../colour.ts'
import type { Ring } from '../geometry/point.ts'
import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'
import type { Season } from '../words/atmosphere.ts'
import type { Place } from '../words/places.ts'
import { billows, dunes, hills, peaks, treetops } from './crests.ts'
import { lit } from './light.ts'
import type { Light } from './light.ts'
import type { Floor, Ridge } from './picture.ts'

export type Frame = { width: number; height: number; unit: number; horizon: number }

// Where the ground meets the sky, as a share of the height.
export const horizons: Record<Place, number> = {
  sea: 0.56,
  lake: 0.54,
  river: 0.56,
  beach: 0.5,
  mountains: 0.7,
  forest: 0.7,
  desert: 0.66,
  city: 0.84,
  street: 0.78,
  village: 0.7,
  rooftop: 0.78,
  room: 0.68,
  space: 0.98,
  field: 0.64,
  garden: 0.6,
  snowfield: 0.64,
  underwater: 0.86,
  sky: 0.92,
}

type Form = Ridge['form']
type Plan = readonly (readonly [form: Form, depth: number, height: number])[]

const plans: Record<Place, Plan> = {
  sea: [['hills', 0.25, 0.09]],
  lake: [
    ['peaks', 0.15, 0.3],
    ['hills', 0.38, 0.14],
  ],
  river: [
    ['hills', 0.2, 0.2],
    ['trees', 0.4, 0.12],
  ],
  beach: [['hills', 0.25, 0.08]],
  mountains: [
    ['peaks', 0.12, 0.5],
    ['peaks', 0.32, 0.36],
    ['peaks', 0.48, 0.2],
  ],
  forest: [
    ['trees', 0.14, 0.46],
    ['trees', 0.3, 0.34],
    ['trees', 0.46, 0.22],
  ],
  desert: [
    ['dunes', 0.2, 0.16],
    ['dunes', 0.42, 0.1],
  ],
  city: [],
  street: [],
  village: [
    ['peaks', 0.15, 0.26],
    ['hills', 0.38, 0.16],
  ],
  rooftop: [],
  room: [],
  space: [],
  field: [
    ['hills', 0.2, 0.17],
    ['hills', 0.42, 0.1],
  ],
  garden: [
    ['hills', 0.2, 0.14],
    ['trees', 0.36, 0.1],
  ],
  snowfield: [
    ['peaks', 0.18, 0.26],
    ['hills', 0.42, 0.1],
  ],
  underwater: [
    ['peaks', 0.22, 0.26],
    ['hills', 0.44, 0.12],
  ],
  sky: [
    ['clouds', 0.2, 0.3],
    ['clouds', 0.42, 0.2],
  ],
}

const shapes = { peaks, hills, dunes, trees: treetops, clouds: billows, roof: hills, bank: hills }

export function ridgesOf(scene: Scene, frame: Frame, light: Light, random: Random): Ridge[] {
  const behind = scene.backdrop ? plans[scene.backdrop].slice(0, 2) : []
  const plan = behind.length > 0 ? behind : plans[scene.place]
  const wooded = scene.place === 'mountains' && (scene.season === 'autumn' || scene.season === 'spring')
  return plan.map(([planned, depth, height]) => {
    const form = wooded && depth > 0.4 ? 'trees' : planned
    const span = { width: frame.width, y: frame.horizon + 4, height: height * Math.max(frame.unit, frame.height * 0.8) }
    const crest = shapes[form](span, random)
    return ridge(form, crest, frame.height, lit(landColour(scene, form), light, depth), depth)
  })
}

export function ridge(form: Form, crest: Ring, bottom: number, colour: Colour, depth: number): Ridge {
  const first = crest[0]?.[0] ?? 0
  const last = crest.at(-1)?.[0] ?? 0
  return { kind: 'ridge', form, crest, ring: [...crest, [last, bottom + 10], [first, bottom + 10]], colour, depth }
}

export function floorOf(scene: Scene, { width, height, horizon }: Frame, light: Light): Floor | undefined {
  const surface = surfaceOf(scene.place)
  if (!surface) return undefined
  const ring: Ring = [
    [-10, horizon],
    [width + 10, horizon],
    [width + 10, height + 10],
    [-10, height + 10],
  ]
  const colour = surface === 'water' ? waterColour(light) : lit(landColour(scene, 'bank'), light, 0.85)
  return { kind: 'floor', surface, ring, top: horizon, colour, depth: 0.5 }
}

export function landColour({ place, season, weather, backdrop }: Scene, form: Form): Colour {
  const winter = season === 'winter' || weather.has('snow') || place === 'snowfield'
  const where = form === 'bank' || form === 'hills' ? place : (backdrop ?? place)
  if (form === 'clouds') return '#fdf3ea'
  if (where === 'underwater') return form === 'bank' ? '#d9b98a' : '#3f7a94'
  if (where === 'space') return '#8f7fa8'
  if (where === 'city' || where === 'street') return '#5b6172'
  if (where === 'room') return '#9c6b45'
  if (where === 'rooftop') return '#8c4436'
  if (form === 'trees') return winter ? '#7d97a6' : greens[season ?? 'summer'].trees
  if (winter) return form === 'peaks' ? '#a9bccd' : '#eef3f8'
  if (where === 'desert') return '#e2a35e'
  if (where === 'beach' && form !== 'hills') return '#efd7a2'
  if (form === 'peaks') return season === 'autumn' ? '#9a6b58' : '#6a7f9c'
  return greens[season ?? 'summer'].grass
}

const greens: Record<Season, { grass: Colour; trees: Colour }> = {
  spring: { grass: '#9cc86a', trees: '#6fa860' },
  summer: { grass: '#7fb257', trees: '#3f7a55' },
  autumn: { grass: '#d39a43', trees: '#c4622d' },
  winter: { grass: '#eef3f8', trees: '#7d97a6' },
}

function waterColour({ skyTop, skyLow, dark }: Light): Colour {
  return mix(mix(skyLow, '#1f6f9c', dark ? 0.25 : 0.5), skyTop, 0.35)
}

function surfaceOf(place: Place): Floor['surface'] | undefined {
  if (place === 'sky' || place === 'space') return undefined
  if (place === 'sea' || place === 'lake' || place === 'beach' || place === 'river') return 'water'
  if (place === 'city' || place === 'street') return 'paving'
  if (place === 'room') return 'boards'
  return 'land'
}
