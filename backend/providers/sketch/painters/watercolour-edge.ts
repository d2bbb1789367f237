import type { Picture } from '../compose/picture.ts'
import type { Point } from '../geometry/point.ts'
import type { Random } from '../random.ts'
import { lineData, tag } from '../svg.ts'
import { paper } from './pigment.ts'

// The washes stop short of the sheet's edge, unevenly.
export function vignette({ width, height, unit }: Picture, random: Random): string {
  const sheet = `M-20 -20L${String(width + 20)} -20L${String(width + 20)} ${String(height + 20)}L-20 ${String(height + 20)}Z`
  const [a, b, c] = [random.between(0, 7), random.between(0, 7), random.between(0, 7)]
  const opening = (grow: number) =>
    Array.from({ length: 120 }, (_, at): Point => {
      const angle = (at / 120) * Math.PI * 2
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      const edge =
        1.05 *
        unit *
        (0.082 -
          grow +
          0.02 * Math.sin(angle * 4 + a) +
          0.012 * Math.sin(angle * 9 + b) +
          0.006 * Math.sin(angle * 19 + c) +
          random.between(-0.003, 0.003))
      return [width / 2 + square(cos) * (width / 2 - edge), height / 2 + square(sin) * (height / 2 - edge)]
    })
  return [0.06, 0.05, 0.04, 0.03, 0.02, 0.01, 0, -0.008]
    .map((grow) =>
      tag('path', {
        d: `${sheet}${lineData(opening(grow))}Z`,
        fill: paper,
        'fill-rule': 'evenodd',
        'fill-opacity': '0.36',
      }),
    )
    .join('')
}

function square(value: number): number {
  return Math.sign(value) * Math.abs(value) ** 0.42
}
