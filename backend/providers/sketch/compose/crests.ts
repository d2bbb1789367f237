import { envelope } from '../geometry/envelope.ts'
import type { Bump } from '../geometry/envelope.ts'
import type { Point, Ring } from '../geometry/point.ts'
import type { Random } from '../random.ts'

type Span = { width: number; y: number; height: number }

// Midpoint displacement: sharp far peaks.
export function peaks({ width, y, height }: Span, random: Random): Ring {
  const tops = random.whole(2, 3) + Math.round(width / 900)
  const knots: Point[] = [[-20, y - height * random.between(0.15, 0.5)]]
  for (let at = 0; at < tops; at += 1) {
    const middle = ((at + random.between(0.3, 0.7)) / tops) * width
    knots.push(
      [middle, y - height * random.between(0.72, 1)],
      [((at + 1) / tops) * width, y - height * random.between(0.1, 0.35)],
    )
  }
  knots.push([width + 20, y - height * random.between(0.2, 0.5)])
  return roughen(
    roughen(
      roughen(
        knots.toSorted(([a], [b]) => a - b),
        0.16,
        random,
      ),
      0.14,
      random,
    ),
    0.1,
    random,
  )
}

export function hills({ width, y, height }: Span, random: Random): Ring {
  const [a, b] = [random.between(0, 7), random.between(0, 7)]
  const waves = random.between(1.1, 1.9)
  return across(
    width,
    40,
    (share) =>
      y - height * (0.5 + 0.32 * Math.sin(share * waves * 6.28 + a) + 0.18 * Math.sin(share * waves * 13.4 + b)),
  )
}

export function dunes({ width, y, height }: Span, random: Random): Ring {
  const shift = random.next()
  const waves = random.between(1.3, 2.2)
  return across(width, 60, (share) => {
    const phase = (share * waves + shift) % 1
    return y - height * (phase < 0.62 ? (phase / 0.62) ** 1.5 : ((1 - phase) / 0.38) ** 0.9)
  })
}

export function treetops({ width, y, height }: Span, random: Random): Ring {
  const bumps: Bump[] = []
  for (let x = -30; x < width + 30; x += height * random.between(0.1, 0.19)) {
    const tall = height * random.between(0.5, 1)
    const tiers = [1, 0.72, 0.46]
    // Three skirts, each flaring out below the one above it.
    const rise = (offset: number) => {
      const at = Math.abs(offset)
      return (
        tall *
        Math.max(
          0,
          ...tiers.map((top, tier) => (at < 0.42 + tier * 0.29 ? top - (at / (0.42 + tier * 0.29)) * 0.42 : 0)),
        )
      )
    }
    bumps.push({ x, reach: tall * 0.21, rise })
  }
  return envelope(
    [...bumps, { x: width / 2, reach: width * 2, rise: () => height * 0.12 }],
    -20,
    width + 20,
    y,
    Math.round(width / (height * 0.016)),
  )
}

export function billows({ width, y, height }: Span, random: Random): Ring {
  const bumps: Bump[] = []
  for (let x = -40; x < width + 40;) {
    const reach = height * random.between(0.5, 0.95)
    const lift = height * random.between(0, 0.3)
    bumps.push({ x, reach, rise: (offset) => lift + Math.sqrt(1 - offset * offset) * reach * 0.85 })
    x += reach * random.between(0.9, 1.3)
  }
  return envelope(bumps, -40, width + 40, y, 130)
}

function across(width: number, steps: number, height: (share: number) => number): Ring {
  return Array.from({ length: steps + 1 }, (_, at): Point => [-10 + ((width + 20) * at) / steps, height(at / steps)])
}

function roughen(line: Ring, amount: number, random: Random): Ring {
  return line.flatMap((point, at) => {
    const next = line[at + 1]
    if (!next) return [point]
    const [dx, dy] = [next[0] - point[0], next[1] - point[1]]
    const share = random.between(0.38, 0.62)
    const middle: Point = [
      point[0] + dx * share,
      point[1] + dy * share + Math.abs(dx) * random.between(-amount, amount),
    ]
    return [point, middle]
  })
}
