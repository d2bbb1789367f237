import type { Colour } from '../colour.ts'
import type { Box } from '../geometry/point.ts'
import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'
import type { Light } from './light.ts'
import type { Figure } from './picture.ts'
import { scatter } from './scatter.ts'
import type { Crop } from './scatter.ts'
import { skyline } from './skyline.ts'
import type { Frame } from './terrain.ts'

// What a place has in it although nobody asked for it.
export function propsOf(scene: Scene, frame: Frame, light: Light, heroes: readonly Box[], random: Random): Figure[] {
  const rows = skylineRows(scene, frame).flatMap((row) => skyline(scene, frame, light, random, row))
  return [...rows, ...cropsOf(scene, random).flatMap((crop) => scatter(crop, frame, light, heroes, random))]
}

export function plentyOf({ subjects }: Scene, many: readonly Scene['subjects'][number][]): Crop[] {
  return many.map(({ id, colours }) => {
    const tall = id === 'tree' || id === 'pine' || id === 'palm' || id === 'cactus'
    const only = subjects.length === many.length
    if (tall)
      return {
        id,
        colours,
        count: 11,
        far: 0.16,
        near: only ? 0.62 : 0.44,
        from: 0.02,
        to: 0.8,
        role: 'actor',
        sides: !only,
      }
    return {
      id,
      colours,
      count: only ? 34 : 40,
      far: 0.07,
      near: only ? 0.36 : 0.24,
      from: 0.06,
      to: 1.12,
      role: 'actor',
    }
  })
}

function skylineRows(scene: Scene, { unit, height, horizon }: Frame) {
  const hero = scene.subjects.length === 0 ? 1.25 : 1
  const scale = Math.max(unit, height * 0.78) * hero
  const row = (depth: number, tall: number) => ({
    depth,
    tall: Math.min(scale * tall, horizon * 0.94),
    foot: horizon + 4,
  })
  const { place, backdrop } = scene
  if (place === 'city') return [row(0.12, 0.66), row(0.34, 0.5), row(0.52, 0.3)]
  if (place === 'street') return [row(0.25, 0.44), row(0.52, 0.34)]
  if (place === 'rooftop') return [row(0.2, 0.34), row(0.4, 0.2)]
  if (backdrop === 'city') return [row(0.2, 0.34), row(0.4, 0.24)]
  return []
}

function cropsOf(scene: Scene, random: Random): Crop[] {
  const { place, season, subjects, backdrop } = scene
  const cold = season === 'winter' || scene.weather.has('snow') || place === 'snowfield'
  const leaf: Colour[] =
    season === 'autumn'
      ? ['#d9762b', '#c94f2a', '#e2a336']
      : season === 'spring'
        ? ['#f2a9c0', '#8fbf6a']
        : cold
          ? ['#8fa9b5']
          : ['#4f8f4c', '#6aa353']
  const fir: Colour[] =
    season === 'autumn' ? ['#b8692c', '#8a6a34', '#3f6b4d'] : cold ? ['#6f95a0', '#8fb0b8'] : ['#2f6b4d', '#3a7a56']
  const bloom: Colour[] = ['#f2c33a', '#e86a8e', '#f5f0e6', '#a67bd0']
  const asked = new Set(subjects.map(({ id }) => id))
  switch (place) {
    case 'forest': {
      const crop = (near: number, count: number, sides: boolean): Crop => ({
        id: 'pine',
        colours: fir,
        count,
        far: 0.3,
        near,
        from: -0.02,
        to: sides ? 0.9 : 0.2,
        sides,
      })
      return [
        crop(0.42, 7, false),
        crop(0.85, 7, true),
        ...(season === 'autumn' ? [{ ...crop(0.7, 4, true), id: 'tree' as const, colours: leaf }] : []),
      ]
    }
    case 'mountains':
      return [
        {
          id: season === 'autumn' ? 'tree' : 'pine',
          colours: season === 'autumn' ? leaf : fir,
          count: 9,
          far: 0.08,
          near: 0.3,
          from: 0.02,
          to: 0.95,
          sides: true,
        },
      ]
    case 'snowfield':
      return [{ id: 'pine', colours: fir, count: 8, far: 0.1, near: 0.34, from: 0, to: 0.5, sides: true }]
    case 'field':
      return [
        { id: 'tree', colours: leaf, count: 3, far: 0.12, near: 0.24, from: 0, to: 0.12, sides: true },
        { id: 'flower', colours: bloom, count: cold ? 0 : 12, far: 0.03, near: 0.09, from: 0.3, to: 1.05 },
      ]
    case 'garden':
      return [
        { id: 'tree', colours: leaf, count: 4, far: 0.2, near: 0.4, from: 0, to: 0.25, sides: true },
        {
          id: 'flower',
          colours: bloom,
          count: cold || asked.has('flower') || asked.has('tulip') ? 0 : 22,
          far: 0.06,
          near: 0.18,
          from: 0.1,
          to: 1.1,
        },
      ]
    case 'village':
      return [
        { id: 'house', colours: ['#d98a5c', '#e3c08a', '#b9796a'], count: 7, far: 0.12, near: 0.2, from: 0, to: 0.3 },
        { id: 'tree', colours: leaf, count: 4, far: 0.12, near: 0.28, from: 0.05, to: 0.4, sides: true },
      ]
    case 'desert':
      return [{ id: 'cactus', count: 5, far: 0.1, near: 0.3, from: 0.1, to: 0.7, sides: true }]
    case 'beach':
      return [{ id: 'palm', count: 2, far: 0.5, near: 0.62, from: 0.6, to: 0.85, sides: true }]
    case 'river':
    case 'lake':
      return [
        {
          id: backdrop === 'forest' || cold ? 'pine' : random.pick(['pine', 'tree'] as const),
          colours: cold ? fir : leaf,
          count: 8,
          far: 0.06,
          near: 0.13,
          from: 0.01,
          to: 0.02,
          sides: true,
        },
      ]
    case 'space':
      return asked.has('planet')
        ? []
        : [
            {
              id: 'planet',
              colours: ['#c07a9c', '#6f8fd0', '#d99a5c'],
              count: 2,
              far: 0.16,
              near: 0.24,
              from: -30,
              to: -14,
              sides: true,
            },
          ]
    case 'street':
      return [{ id: 'tree', colours: leaf, count: 3, far: 0.3, near: 0.42, from: 0.02, to: 0.3, sides: true }]
    case 'sea':
    case 'city':
    case 'rooftop':
    case 'room':
    case 'underwater':
    case 'sky':
      return []
  }
}
