import type { Picture, Ridge } from '../compose/picture.ts'
import { boxOf } from '../geometry/point.ts'
import { simplify } from '../geometry/simplify.ts'
import { gradient, group, polygon } from '../svg.ts'
import { brushLine } from './brush-line.ts'
import { ink, paper } from './ink-hand.ts'
import type { Hand } from './ink-hand.ts'

// The crest is wet and dark; below it the wash thins until the next ridge stands in mist.
export function mountain(
  { crest, ring, depth, form }: Ridge,
  { unit, height }: Picture,
  { random, ids }: Hand,
): string {
  const id = `ridge${String((ids.next += 1))}`
  const box = boxOf([crest])
  const bold = form === 'peaks' || form === 'trees'
  const foot = Math.min(height + 10, box.bottom + unit * (form === 'peaks' ? 0.16 : 0.1))
  const strength = (bold ? 0.34 : 0.2) + depth * (bold ? 1.05 : 0.55)
  const last = crest.at(-1)?.[0] ?? 0
  const first = crest[0]?.[0] ?? 0
  const wash = polygon([...crest, [last, foot], [first, foot]], { fill: `url(#${id})` })
  const folds =
    form !== 'peaks'
      ? []
      : simplify(crest, unit * 0.012)
          .slice(1, -1)
          .map(([x, y]) => {
            const lean = random.between(-0.06, 0.06) * unit
            const long = unit * random.between(0.05, 0.15)
            return group(
              { opacity: String(Math.round((0.25 + depth * 0.9) * 100) / 100) },
              brushLine(
                [
                  [x, y + unit * 0.006],
                  [x + lean * 0.4, y + long * 0.5],
                  [x + lean, y + long],
                ],
                unit * 0.011,
                ink,
                random,
              ),
            )
          })
  if (form === 'clouds')
    return (
      polygon(ring, { fill: paper, 'fill-opacity': '0.86' }) +
      group({ opacity: '0.6' }, brushLine(crest, unit * 0.009, ink, random))
    )
  return [
    gradient(id, [
      [0, ink, Math.min(0.92, strength)],
      [form === 'peaks' ? 0.35 : 0.5, '#3a3634', Math.min(0.7, strength * 0.42)],
      [1, '#6a6562', 0],
    ]),
    wash,
    group(
      { opacity: String(Math.min(0.95, Math.round((0.3 + depth) * 100) / 100)) },
      brushLine(crest, unit * (0.004 + depth * 0.011), ink, random),
    ),
    ...folds,
  ].join('')
}
