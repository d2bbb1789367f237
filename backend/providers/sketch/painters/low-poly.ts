import { lighten, mix, saturate } from '../colour.ts'
import type { Colour } from '../colour.ts'
import { compose } from '../compose/compose.ts'
import type { Canvas } from '../compose/compose.ts'
import type { Figure, Layer, Picture } from '../compose/picture.ts'
import { reflected } from '../compose/place-figure.ts'
import { clip } from '../geometry/clip.ts'
import { areaOf, boxOf, centreOf } from '../geometry/point.ts'
import type { Box, Point, Ring } from '../geometry/point.ts'
import { simplify } from '../geometry/simplify.ts'
import { randomFrom } from '../random.ts'
import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'
import { polygon } from '../svg.ts'

type Facet = { ring: Ring; centre: Point; box: Box; slope: number }

export function paintLowPoly(scene: Scene, canvas: Canvas): string {
  const picture = compose(scene, canvas, 'low-poly')
  const random = randomFrom(scene.key, canvas.seed, 'facets')
  const whole = { left: 0, top: 0, right: canvas.width, bottom: canvas.height }
  const mesh = facets(whole, picture.unit / 8.5, random)
  return [
    heaven(picture, mesh),
    ...picture.layers.map((layer) => solid(layer, picture, mesh, random)),
    falling(picture),
  ].join('')
}

function facets({ left, top, right, bottom }: Box, cell: number, random: Random): Facet[] {
  const columns = Math.max(1, Math.ceil((right - left) / cell))
  const rows = Math.max(1, Math.ceil((bottom - top) / cell))
  const grid = Array.from({ length: (rows + 3) * (columns + 3) }, (_, at): Point => {
    const [column, row] = [(at % (columns + 3)) - 1, Math.floor(at / (columns + 3)) - 1]
    return [left + (column + random.between(-0.36, 0.36)) * cell, top + (row + random.between(-0.36, 0.36)) * cell]
  })
  const at = (row: number, column: number): Point => grid[row * (columns + 3) + column] ?? [0, 0]
  return Array.from(
    { length: (rows + 2) * (columns + 2) },
    (_, index) => [Math.floor(index / (columns + 2)), index % (columns + 2)] as const,
  ).flatMap(([row, column]) => {
    const [a, b, c, d] = [at(row, column), at(row, column + 1), at(row + 1, column + 1), at(row + 1, column)]
    const halves: Ring[] = random.chance(0.5)
      ? [
          [a, b, c],
          [a, c, d],
        ]
      : [
          [a, b, d],
          [b, c, d],
        ]
    return halves.map((ring) => ({ ring, centre: centreOf(ring), box: boxOf([ring]), slope: random.between(-1, 1) }))
  })
}

function heaven({ light, orb, clouds, stars, unit, height, horizon }: Picture, mesh: readonly Facet[]): string {
  const reach = Math.max(horizon, height * 0.6)
  const sky = mesh.map(({ ring, centre: [x, y], slope }) => {
    const base = mix(light.skyTop, light.skyLow, Math.max(0, Math.min(1, y / reach)) ** 1.1)
    const near = orb ? Math.max(0, 1 - Math.hypot(x - orb.at[0], y - orb.at[1]) / (unit * 0.5)) : 0
    return face(ring, lighten(mix(base, light.glow, near * 0.6), slope * 0.06))
  })
  return [
    ...sky,
    ...stars.filter(({ r }) => r > unit * 0.0013).map(({ at, r }) => face(gon(at, r * 2.4, 4, 0), '#fdf3cf')),
    ...(orb ? ball(orb.at, orb.r, orb.colour) : []),
    ...clouds.flatMap((ring) =>
      faceted(simplify(ring, unit * 0.012), mix('#ffffff', light.haze, light.dark ? 0.75 : 0.25), mesh, 0.05),
    ),
  ].join('')
}

function solid(layer: Layer, picture: Picture, mesh: readonly Facet[], random: Random): string {
  const { unit, light } = picture
  switch (layer.kind) {
    case 'ridge':
      return faceted(
        simplify(layer.ring, unit * (layer.form === 'trees' ? 0.006 : 0.014)),
        saturate(layer.colour, 1.15),
        mesh,
        layer.form === 'peaks' ? 0.13 : 0.085,
      ).join('')
    case 'floor':
      return faceted(
        layer.ring,
        layer.colour,
        mesh,
        layer.surface === 'water' ? 0.085 : 0.08,
        layer.surface === 'water' ? light.skyLow : undefined,
      ).join('')
    case 'mist':
      return mesh
        .flatMap(({ ring, slope }) => {
          const piece = clip(layer.ring, ring)
          return piece.length > 2
            ? [
                polygon(piece, {
                  fill: layer.colour,
                  'fill-opacity': String(Math.round((0.52 + slope * 0.16) * 100) / 100),
                }),
              ]
            : []
        })
        .join('')
    case 'figure':
      return model(layer, picture, random)
  }
}

function model(figure: Figure, { unit, light }: Picture, random: Random): string {
  const { left, right, top, bottom } = figure.box
  const size = Math.max(right - left, bottom - top)
  const mesh = facets(figure.box, size / (figure.role === 'actor' && size > unit * 0.12 ? 5.5 : 2.4), random)
  const tolerance = Math.max(1, size * 0.008)
  const carve = (shapes: Figure['shapes'], dim: number) =>
    shapes.flatMap(({ ring, closed, colour, width, tone }) => {
      const tint = dim > 0 ? mix(colour, light.skyLow, dim) : colour
      if (!closed) return [polygon(thick(ring, width), { fill: tint })]
      const plain = simplify(ring, tolerance)
      return areaOf(ring) < (size * size) / 60 || tone === 'glow'
        ? [face(plain, tint)]
        : faceted(plain, tint, mesh, tone === 'dark' ? 0.05 : 0.1)
    })
  return [...(figure.afloat ? carve(reflected(figure, 0.55), 0.62) : []), ...carve(figure.shapes, 0)].join('')
}

function faceted(ring: Ring, colour: Colour, mesh: readonly Facet[], contrast: number, sheen?: Colour): string[] {
  const box = boxOf([ring])
  return mesh.flatMap((facet) => {
    if (
      facet.box.left > box.right ||
      facet.box.right < box.left ||
      facet.box.top > box.bottom ||
      facet.box.bottom < box.top
    )
      return []
    const piece = clip(ring, facet.ring)
    if (piece.length < 3) return []
    const fall = Math.max(0, Math.min(1, (facet.centre[1] - box.top) / Math.max(1, box.bottom - box.top)))
    const base = sheen ? mix(sheen, colour, 0.35 + 0.65 * fall) : lighten(colour, 0.03 - fall * 0.06)
    return [face(piece, lighten(base, facet.slope * contrast))]
  })
}

// Neighbours share an edge; the thin stroke closes the seam that antialiasing would leave.
function face(ring: Ring, colour: Colour): string {
  return polygon(ring, { fill: colour, stroke: colour, 'stroke-width': 0.8 })
}

function ball(at: Point, r: number, colour: Colour): string[] {
  const rim = gon(at, r, 11, 0.3)
  const core: Point = [at[0] - r * 0.18, at[1] - r * 0.2]
  const halo = [1.75, 1.38].map((grow) => polygon(gon(at, r * grow, 9, grow), { fill: colour, 'fill-opacity': '0.2' }))
  return [
    ...halo,
    ...rim.map((point, at2) =>
      face([core, point, rim[(at2 + 1) % rim.length] ?? point], lighten(colour, ((at2 * 5) % 7) * 0.016 - 0.06)),
    ),
  ]
}

function gon([x, y]: Point, r: number, sides: number, turn: number): Ring {
  return Array.from({ length: sides }, (_, at): Point => [
    x + r * Math.cos(turn + (at * 2 * Math.PI) / sides),
    y + r * Math.sin(turn + (at * 2 * Math.PI) / sides),
  ])
}

function thick(line: Ring, width: number): Ring {
  const shift = (sign: 1 | -1) =>
    line.map((point, at): Point => {
      const before = line[at - 1] ?? point
      const after = line[at + 1] ?? point
      const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1
      return [
        point[0] - (sign * (after[1] - before[1]) * width) / length / 2,
        point[1] + (sign * (after[0] - before[0]) * width) / length / 2,
      ]
    })
  return [...shift(1), ...shift(-1).toReversed()]
}

function falling({ rain, flakes, light, unit }: Picture): string {
  return [
    ...rain.map(([from, to]) =>
      polygon([from, [to[0] - unit * 0.003, to[1]], [to[0] + unit * 0.004, to[1] + 2]], {
        fill: mix('#e8f4ff', light.haze, 0.2),
        'fill-opacity': '0.7',
      }),
    ),
    ...flakes.map(({ at, r }, index) => face(gon(at, r * 1.5, 6, index), '#ffffff')),
  ].join('')
}
