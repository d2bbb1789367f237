import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'
import type { Spot } from './place-figure.ts'
import type { Frame } from './terrain.ts'
import type { Act } from './troupe.ts'

export type Cue = { act: Act; spot: Spot }

// Finds every act its spot: sky acts on a loose grid, the others in rows that stand on the ground.
export function stage(acts: readonly Act[], scene: Scene, frame: Frame, random: Random): Cue[] {
  const high = acts.filter((act) => act.stage === 'air')
  const low = acts.filter((act) => act.stage !== 'air')
  return [...sky(high, low.length > 0, scene, frame, random), ...ground(low, high.length > 0, scene, frame, random)]
}

const shares = [0.5, 0.5, 0.4, 0.35, 0.3, 0.28, 0.26, 0.24, 0.23, 0.21, 0.2, 0.19, 0.18]

function sizeOf(act: Act, count: number, { unit, width, height }: Frame): number {
  const roomy = 1 + 0.18 * (Math.max(width, height) / unit - 1)
  const share = (shares[Math.min(count, 12)] ?? 0.18) * roomy
  const stature =
    count === 1 ? Math.min(1.25, Math.max(0.9, act.silhouette.stature ?? 1)) : (act.silhouette.stature ?? 1)
  if (act.id === 'bridge') return Math.min((width * 1.06) / act.width, (height * 0.3) / (act.silhouette.height ?? 100))
  return (share * unit * stature) / Math.sqrt(act.width * act.height)
}

function sky(acts: readonly Act[], shared: boolean, { place }: Scene, frame: Frame, random: Random): Cue[] {
  const { width, horizon, height } = frame
  const whole = place === 'underwater' || place === 'space' || place === 'sky'
  const top = height * 0.08
  const bottom = shared ? Math.min(horizon * 0.62, height * 0.42) : whole ? height * 0.86 : horizon * 1.02
  const columns = Math.max(
    1,
    Math.min(acts.length, Math.round(Math.sqrt((acts.length * width * 0.9) / (bottom - top)))),
  )
  const rows = Math.ceil(acts.length / columns)
  const mirrored = random.chance(0.5)
  return acts.map((act, at) => {
    const row = Math.floor(at / columns)
    const inRow = row === rows - 1 ? acts.length - row * columns : columns
    const cell = { wide: (width * 0.9) / inRow, tall: (bottom - top) / rows }
    const fit = Math.min(
      (cell.wide * (acts.length > 1 ? 0.95 : 1.05)) / act.width,
      (cell.tall * (acts.length === 1 ? 0.98 : 1)) / act.height,
    )
    const scale =
      Math.min(sizeOf(act, acts.length + (shared ? 1 : 0), frame) * (shared ? 0.62 : 1), fit) *
      (acts.length > 3 ? random.between(0.66, 1.04) : random.between(0.88, 1.05))
    const slack = (free: number) =>
      random.between(-0.5, 0.5) * Math.max(free, cell.wide * (acts.length > 2 ? 0.16 : 0)) * 0.85
    const x = width * 0.05 + cell.wide * ((at % columns) + 0.5) + slack(cell.wide - act.width * scale)
    const middle = top + cell.tall * (row + 0.5) + slack(cell.tall - act.height * scale)
    const base = Math.max(height * 0.04 + act.height * scale, middle + (act.height * scale) / 2)
    return {
      act,
      spot: {
        x: mirrored ? width - x : x,
        base,
        scale,
        flip: random.chance(0.5),
        depth: 0.57 + at * 0.001,
        tilt: random.between(-5, 5),
      },
    }
  })
}

function ground(acts: readonly Act[], shared: boolean, { place }: Scene, frame: Frame, random: Random): Cue[] {
  const { width, height, horizon } = frame
  const rows = acts.length <= 3 ? 1 : acts.length <= 7 ? 2 : 3
  const narrow = width < height * 0.7 && acts.length === 3 ? 2 : rows
  const mirrored = random.chance(0.5)
  const order = inOrder(acts, narrow, mirrored)
  return Array.from({ length: narrow }, (_, row) => {
    const line = order.filter((_act, at) => Math.floor((at * narrow) / order.length) === row)
    const near = narrow === 1 ? 0.55 : 0.05 + (0.88 * row) / (narrow - 1)
    const grown = narrow === 1 ? 1 : 0.78 + (0.34 * row) / (narrow - 1)
    const wanted = line.map(
      (act) => sizeOf(act, acts.length, frame) * grown * random.between(acts.length > 1 ? 0.82 : 0.96, 1.1),
    )
    const span = line.reduce((sum, act, at) => sum + act.width * (wanted[at] ?? 1), 0)
    const usable = width * (line.some(({ id }) => id === 'bridge') ? 1.12 : 0.9)
    const fit = Math.min(1, (usable * (narrow > 1 ? 0.84 : line.length > 1 ? 0.96 : 1)) / span)
    const gap = Math.max(0, usable - span * fit) / (line.length + 1)
    // Rows stand in each other's gaps, so that everybody can be counted.
    const aside = narrow === 1 ? 0 : ((row % 2 === 0 ? -1 : 1) * usable) / (line.length * 5.5)
    let left = (width - usable) / 2 + aside
    return line.map((act, at): Cue => {
      const base = groundLevel(
        place,
        near + random.between(-0.2, 0.2) * (acts.length > 3 ? 0.3 : acts.length > 1 ? 1 : 0.3),
        frame,
        act.stage === 'water',
      )
      const headroom = (base - height * (shared ? 0.2 : 0.07)) / act.height
      const scale = Math.min((wanted[at] ?? 1) * fit, headroom)
      const half = (act.width * scale) / 2
      left += gap
      const x = left + half + random.between(-0.35, 0.35) * gap * (line.length === 1 ? 0.6 : 1)
      left += half * 2
      const depth = 0.6 + (0.28 * (base - horizon)) / Math.max(1, height - horizon)
      return { act, spot: { x, base, scale, flip: random.chance(act.rider ? 0.35 : 0.5), depth } }
    })
  }).flat()
}

// The tall ones stand behind when a crowd is mixed.
function inOrder(acts: readonly Act[], rows: number, mirrored: boolean): Act[] {
  if (rows === 1 || new Set(acts.map(({ id }) => id)).size === 1) return mirrored ? acts.toReversed() : [...acts]
  return acts.toSorted((a, b) => bulk(b) - bulk(a))
}

function bulk({ height, silhouette }: Act): number {
  return height * (silhouette.stature ?? 1)
}

function groundLevel(place: Scene['place'], near: number, { height, horizon }: Frame, afloat: boolean): number {
  const room = height - horizon
  if (place === 'rooftop') return horizon + room * 0.12
  if (place === 'sky') return height * (0.82 + near * 0.08)
  if (place === 'space') return height * (0.8 + near * 0.1)
  if (place === 'city' || place === 'street') return horizon + room * (0.35 + near * 0.55)
  if (afloat) return horizon + room * (0.07 + near * 0.74)
  if (place === 'sea' || place === 'lake' || place === 'river' || place === 'beach')
    return horizon + room * (0.55 + near * 0.3)
  return horizon + room * (0.2 + near * 0.75)
}
