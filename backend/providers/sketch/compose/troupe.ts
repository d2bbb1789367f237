import type { Colour } from '../colour.ts'
import type { Scene, Subject } from '../scene.ts'
import { silhouettes } from '../silhouettes/library.ts'
import type { SubjectId } from '../silhouettes/library.ts'
import type { Silhouette } from '../silhouettes/silhouette.ts'

export type Member = { id: SubjectId; silhouette: Silhouette; colours: readonly Colour[] }

// One thing to find a spot for: alone, on a mount, or with something in hand.
export type Act = Member & {
  rider: Member | undefined
  held: Member | undefined
  width: number
  height: number
  stage: Stage
}

type Stage = 'ground' | 'water' | 'air'

export type Troupe = { acts: Act[]; many: Subject[] }

const scattered = new Set<SubjectId>(['flower', 'tulip', 'mushroom', 'pumpkin', 'tree', 'pine', 'palm', 'cactus'])
const handy = new Set<SubjectId>([
  'umbrella',
  'lantern',
  'book',
  'guitar',
  'cup',
  'partyBalloon',
  'kite',
  'flower',
  'tulip',
  'heart',
  'candle',
  'key',
  'camera',
  'gift',
  'cake',
  'star',
  'crown',
  'apple',
])

export function gather(scene: Scene, orbIsSubject: boolean): Troupe {
  const troupe: Troupe = { acts: [], many: [] }
  const { subjects } = scene
  const taken = new Set<Subject>()
  for (const [at, subject] of subjects.entries()) {
    const next = subjects[at + 1]
    if (taken.has(subject) || (orbIsSubject && subject.count === 1 && (subject.id === 'moon' || subject.id === 'sun')))
      continue
    if (scattered.has(subject.id) && !subject.exact) {
      troupe.many.push(subject)
      continue
    }
    const mounted = next?.link === 'on' && !scattered.has(next.id) && silhouettes[next.id].home !== 'sky'
    const holding = next?.link === 'holding' && handy.has(next.id) && silhouettes[subject.id].home === 'ground'
    if (next && (mounted || holding)) taken.add(next)
    for (let item = 0; item < subject.count; item += 1) {
      if (mounted && item === 0) troupe.acts.push(act(scene, member(next, 0), member(subject, 0), undefined))
      else if (!mounted)
        troupe.acts.push(act(scene, member(subject, item), undefined, holding ? member(next, item) : undefined))
    }
  }
  return troupe
}

function member({ id, colours }: Subject, item: number): Member {
  const turned =
    colours.length > 0 ? [...colours.slice(item % colours.length), ...colours.slice(0, item % colours.length)] : []
  return { id, silhouette: silhouettes[id], colours: turned }
}

function act(scene: Scene, lead: Member, rider: Member | undefined, held: Member | undefined): Act {
  const { silhouette } = lead
  const lift = rider ? (rider.silhouette.height ?? 100) * riderScale(silhouette, rider.silhouette) * 0.6 : 0
  return {
    ...lead,
    rider,
    held,
    width: silhouette.width * (held ? 1.5 : 1),
    height: (silhouette.height ?? 100) + lift,
    stage: stageOf(scene, lead),
  }
}

export function riderScale(mount: Silhouette, rider: Silhouette): number {
  if (mount.seat?.[2] === 'astride') return 0.82
  return Math.min(0.9, (0.72 * mount.width) / rider.width, (0.7 * (mount.height ?? 100)) / (rider.height ?? 100))
}

function stageOf({ place }: Scene, { id, silhouette: { home } }: Member): Stage {
  if (home === 'air' || home === 'sky') return 'air'
  if (place === 'underwater') return home === 'ground' ? 'ground' : 'air'
  if (place === 'space' && (id === 'astronaut' || home !== 'ground')) return 'air'
  if (place === 'sky' && home !== 'ground') return 'air'
  if (home === 'ground') return 'ground'
  return place === 'sea' || place === 'lake' || place === 'river' || place === 'beach' ? 'water' : 'ground'
}
