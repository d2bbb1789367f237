import type { Point } from '../geometry/point.ts'
import type { Light } from './light.ts'
import type { Figure, Shape } from './picture.ts'
import { silhouettes } from '../silhouettes/library.ts'
import { placeFigure } from './place-figure.ts'
import type { Look, Spot } from './place-figure.ts'
import { riderScale } from './troupe.ts'
import type { Act, Member } from './troupe.ts'

// Puts an act at its spot: the mount, who rides it, and what a hand holds.
export function perform(act: Act, spot: Spot, light: Light): Figure[] {
  const look = ({ id, colours }: Member): Look => ({
    id,
    role: 'actor',
    colours,
    shadow: light.shadow,
    gloom: silhouettes[id].home === 'sky' ? 0 : light.gloom * 0.55,
    afloat: act.stage === 'water',
  })
  const lead = placeFigure(act.silhouette, spot, look(act))
  // A bridge goes on to both sides, however wide the picture is.
  const reach = act.id === 'bridge' ? [-1, 1].map((side) => side * act.silhouette.width * spot.scale * 0.985) : []
  const spans = reach.map((shift) => placeFigure(act.silhouette, { ...spot, x: spot.x + shift }, look(act)))
  const { rider, held } = act
  if (held) return [lead, placeFigure(held.silhouette, handOf(act, held, spot), { ...look(held), afloat: false })]
  if (!rider) return [...spans, lead]
  const scale = spot.scale * riderScale(act.silhouette, rider.silhouette)
  const [x, y, how] = act.silhouette.seat ?? [act.silhouette.width / 2, 104 - (act.silhouette.height ?? 100), 'atop']
  const seat: Point = [
    spot.x + (x - act.silhouette.width / 2) * spot.scale * (spot.flip ? -1 : 1),
    spot.base + (y - 100) * spot.scale,
  ]
  const sunk = how === 'astride' ? 34 * scale : 1
  const above = placeFigure(
    rider.silhouette,
    { ...spot, x: seat[0], base: seat[1] + sunk, scale },
    { ...look(rider), afloat: false },
  )
  if (how === 'astride') return [above, { ...lead, shapes: [...lead.shapes, leg(seat, scale, above)] }]
  return act.silhouette.home === 'water' || act.id === 'bridge' ? [above, ...spans, lead] : [lead, above]
}

function leg([x, y]: Point, scale: number, { colour }: Figure): Shape {
  const ring: Point[] = [
    [x - 7 * scale, y - 4 * scale],
    [x + 7 * scale, y - 4 * scale],
    [x + 12 * scale, y + 20 * scale],
    [x + 10 * scale, y + 36 * scale],
    [x + 18 * scale, y + 40 * scale],
    [x, y + 41 * scale],
    [x, y + 20 * scale],
  ]
  return { ring, closed: true, tone: 'light', colour, width: 2 }
}

function handOf(act: Act, { id, silhouette }: Member, spot: Spot): Spot {
  const side = spot.flip ? -1 : 1
  const overhead = id === 'umbrella' || silhouette.home !== 'ground'
  const scale = spot.scale * (overhead ? 0.8 : 0.5)
  return {
    ...spot,
    x: spot.x + side * act.silhouette.width * spot.scale * (overhead ? 0.42 : 0.55),
    base: spot.base - (overhead ? 38 : 30) * spot.scale,
    scale,
  }
}
