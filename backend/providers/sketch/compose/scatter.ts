import type { Colour } from '../colour.ts'
import type { Box } from '../geometry/point.ts'
import type { Random } from '../random.ts'
import { silhouettes } from '../silhouettes/library.ts'
import type { SubjectId } from '../silhouettes/library.ts'
import { lit } from './light.ts'
import type { Light } from './light.ts'
import type { Figure } from './picture.ts'
import { placeFigure } from './place-figure.ts'
import type { Frame } from './terrain.ts'

// near and far are how large the first and the last of them stand, in shares of the picture's shorter side.
export type Crop = {
  id: SubjectId
  colours?: readonly Colour[]
  count: number
  far: number
  near: number
  from: number
  to: number
  sides?: boolean
  role?: Figure['role']
}

export function scatter(crop: Crop, frame: Frame, light: Light, heroes: readonly Box[], random: Random): Figure[] {
  const silhouette = silhouettes[crop.id]
  const { width, height, horizon, unit } = frame
  const count = Math.round(crop.count * Math.min(1.5, width / unit))
  return Array.from({ length: count }, (_, at) => at / Math.max(1, count - 1)).flatMap((share) => {
    const near = crop.from + (crop.to - crop.from) * share
    const base = horizon + (height - horizon) * near
    const aside = random.next() ** 1.4 * 0.27
    const x = width * (crop.sides ? (random.chance(0.5) ? aside : 1 - aside) : random.between(-0.02, 1.02))
    const tall = unit * (crop.far + (crop.near - crop.far) * share ** 1.2) * random.between(0.8, 1.15)
    const scale = tall / (silhouette.height ?? 100)
    const half = (silhouette.width * scale) / 2
    const depth = Math.min(0.97, 0.56 + 0.34 * near)
    const hides = heroes.some(
      (box) =>
        x + half > box.left &&
        x - half < box.right &&
        base > box.bottom &&
        base - tall < box.bottom - (box.bottom - box.top) * 0.1,
    )
    const peeps = heroes.some(
      (box) =>
        x + half > box.left && x - half < box.right && base <= box.bottom && tall > (box.bottom - box.top) * 0.35,
    )
    if (hides || peeps) return []
    const colours = crop.colours && crop.colours.length > 0 ? crop.colours : [silhouette.colour]
    const spot = { x, base, scale, flip: random.chance(0.5), depth: depth + share * 0.01 }
    const colour = lit(random.pick([colours[0] ?? silhouette.colour, ...colours]), light, Math.min(1, 0.7 + near * 0.4))
    return [
      placeFigure(silhouette, spot, {
        id: crop.id,
        role: crop.role ?? 'prop',
        colours: [colour],
        shadow: light.shadow,
        gloom: light.gloom * 0.35,
      }),
    ]
  })
}
