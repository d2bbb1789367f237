import type { Colour } from '../colour.ts'
import type { Box, Point, Ring } from '../geometry/point.ts'
import type { Scene } from '../scene.ts'
import type { Tone } from '../silhouettes/silhouette.ts'
import type { Light } from './light.ts'

export type Shape = { ring: Ring; closed: boolean; tone: Tone; colour: Colour; width: number }

export type Figure = {
  kind: 'figure'
  id: string
  role: 'actor' | 'prop' | 'building'
  depth: number
  shapes: readonly Shape[]
  box: Box
  colour: Colour
  afloat: boolean
}

export type Ridge = {
  kind: 'ridge'
  form: 'peaks' | 'hills' | 'dunes' | 'trees' | 'clouds' | 'roof' | 'bank'
  crest: Ring
  ring: Ring
  colour: Colour
  depth: number
}

export type Floor = {
  kind: 'floor'
  surface: 'water' | 'land' | 'paving' | 'boards'
  ring: Ring
  top: number
  colour: Colour
  depth: number
}

export type Mist = { kind: 'mist'; ring: Ring; top: number; bottom: number; colour: Colour; depth: number }

export type Layer = Figure | Ridge | Floor | Mist

export type Orb = { kind: 'sun' | 'moon'; at: Point; r: number; colour: Colour }

// Everything a painter needs, in pixels, nothing yet in any style.
export type Picture = {
  width: number
  height: number
  unit: number
  horizon: number
  scene: Scene
  light: Light
  orb: Orb | undefined
  stars: readonly { at: Point; r: number }[]
  clouds: readonly Ring[]
  // From the farthest to the nearest.
  layers: readonly Layer[]
  rain: readonly (readonly [Point, Point])[]
  flakes: readonly { at: Point; r: number }[]
}
