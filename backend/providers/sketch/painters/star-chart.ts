import type { Picture } from '../compose/picture.ts'
import type { Point } from '../geometry/point.ts'
import { circle, group, polyline } from '../svg.ts'

// The rings and ticks of an old star chart.
export function chart({ width, height, unit }: Picture): string {
  const centre: Point = [width / 2, height / 2]
  const r = unit * 0.47
  const ticks = Array.from({ length: 72 }, (_, at) => {
    const angle = (at / 72) * Math.PI * 2
    const long = at % 6 === 0 ? 0.035 : 0.015
    const reach = (grow: number): Point => [
      centre[0] + Math.cos(angle) * r * grow,
      centre[1] + Math.sin(angle) * r * grow,
    ]
    return polyline([reach(1), reach(1 - long)], { 'stroke-width': unit * 0.0014 })
  })
  return group(
    { stroke: '#8fb0e8', 'stroke-opacity': '0.62', fill: 'none' },
    circle(centre, r, { 'stroke-width': unit * 0.005 }),
    circle(centre, r * 1.022, { 'stroke-width': unit * 0.0014 }),
    circle(centre, r * 0.66, {
      'stroke-width': unit * 0.001,
      'stroke-dasharray': `${String(unit * 0.002)} ${String(unit * 0.008)}`,
    }),
    polyline(
      [
        [centre[0] - r, centre[1]],
        [centre[0] + r, centre[1]],
      ],
      { 'stroke-width': unit * 0.0008, 'stroke-opacity': '0.35' },
    ),
    polyline(
      [
        [centre[0], centre[1] - r],
        [centre[0], centre[1] + r],
      ],
      { 'stroke-width': unit * 0.0008, 'stroke-opacity': '0.35' },
    ),
    ...ticks,
  )
}
