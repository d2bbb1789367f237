import { lighten, mix, saturate } from '../colour.ts'
import type { Colour } from '../colour.ts'
import { compose } from '../compose/compose.ts'
import type { Canvas } from '../compose/compose.ts'
import type { Figure, Layer, Picture } from '../compose/picture.ts'
import { reflected } from '../compose/place-figure.ts'
import type { Point } from '../geometry/point.ts'
import type { Scene } from '../scene.ts'
import { group, rect } from '../svg.ts'
import { pixelGrid } from './pixel-grid.ts'
import type { PixelGrid } from './pixel-grid.ts'

const block = 16
// Rows that the strips above and below the scene take.
const top = 8
const bottom = 2

export function paintPixelArt(scene: Scene, canvas: Canvas): string {
  const [columns, rows] = [Math.ceil(canvas.width / block), Math.ceil(canvas.height / block)]
  const grid = pixelGrid(columns, rows - top - bottom)
  const picture = compose(scene, { width: columns, height: rows - top - bottom, seed: canvas.seed }, 'pixel-art')
  heaven(grid, picture)
  for (const layer of picture.layers) draw(grid, layer, picture)
  falling(grid, picture)
  return group(
    { 'shape-rendering': 'crispEdges', transform: `scale(${String(block)})` },
    rect(0, rows - bottom - 1, columns, bottom + 1, { fill: '#17121f' }),
    panel(columns),
    group({ transform: `translate(0 ${String(top)})` }, grid.paths()),
  )
}

const bayer = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]

function dithered(x: number, y: number, share: number): boolean {
  return share > ((bayer[(y % 4) * 4 + (x % 4)] ?? 0) + 0.5) / 16
}

// A few flat bands with a dithered seam between each two, as a palette of sixteen would force.
function banded(x: number, y: number, share: number, bands: readonly Colour[]): Colour {
  const place = Math.max(0, Math.min(0.999, share)) * (bands.length - 1)
  const band = Math.floor(place)
  const seam = (place - band - 0.5) * 2.6 + 0.5
  return bands[band + (dithered(x, y, seam) ? 1 : 0)] ?? '#000000'
}

function ramp(from: Colour, to: Colour, steps: number): Colour[] {
  return Array.from({ length: steps }, (_, at) => saturate(mix(from, to, at / (steps - 1)), 1.25))
}

function heaven(grid: PixelGrid, { light, horizon, height, orb, stars, clouds, width }: Picture): void {
  const bands = ramp(light.skyTop, light.skyLow, 6)
  const reach = Math.max(horizon, height * 0.6)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) grid.set(x, y, banded(x, y, y / reach, bands))
  for (const { at } of stars.filter((_, index) => index % 4 === 0))
    grid.set(Math.floor(at[0]), Math.floor(at[1]), '#fff6d0')
  if (orb) {
    for (const [grow, colour] of [
      [1.5, mix(orb.colour, light.skyLow, 0.68)],
      [1, orb.colour],
    ] as const)
      grid.fill(disc(orb.at, orb.r * grow), saturate(colour, 1.2))
    if (orb.kind === 'moon')
      for (const [dx, dy, r] of [
        [-0.3, -0.2, 0.25],
        [0.35, 0.3, 0.2],
      ] as const)
        grid.fill(disc([orb.at[0] + dx * orb.r, orb.at[1] + dy * orb.r], orb.r * r), lighten(orb.colour, -0.08))
  }
  for (const cloud of clouds) {
    const colour = mix('#ffffff', light.haze, light.dark ? 0.75 : 0.15)
    grid.fill(
      cloud.map(([x, y]): Point => [x, y + 1]),
      lighten(colour, -0.08),
    )
    grid.fill(cloud, colour)
  }
}

function disc([cx, cy]: Point, r: number): Point[] {
  return Array.from({ length: 24 }, (_, at): Point => [
    cx + r * Math.cos((at * Math.PI) / 12),
    cy + r * Math.sin((at * Math.PI) / 12),
  ])
}

function draw(grid: PixelGrid, layer: Layer, { light, height }: Picture): void {
  switch (layer.kind) {
    case 'ridge': {
      const colour = saturate(layer.colour, 1.3)
      grid.fill(layer.ring, lighten(colour, 0.05))
      grid.fill(
        layer.ring.map(([x, y]): Point => [x, y + 1.2]),
        colour,
      )
      grid.fillWhere(
        layer.ring.map(([x, y]): Point => [x, y + 5]),
        lighten(colour, -0.05),
        (x, y) => dithered(x, y, layer.form === 'peaks' ? 0.35 : 0.22),
      )
      return
    }
    case 'floor': {
      const bands =
        layer.surface === 'water'
          ? ramp(mix(light.skyLow, layer.colour, 0.5), lighten(layer.colour, -0.06), 4)
          : ramp(lighten(layer.colour, 0.02), lighten(layer.colour, -0.07), 4)
      grid.fillWith(layer.ring, (x, y) => banded(x, y, (y - layer.top) / (height - layer.top), bands))
      const glint = lighten(layer.colour, layer.surface === 'water' ? 0.12 : 0.06)
      if (layer.surface === 'water')
        grid.fillWhere(layer.ring, glint, (x, y) => (y * 7 + Math.floor(x / 3) * 5) % 17 === 0 && y % 2 === 0)
      return
    }
    case 'mist':
      grid.fillWhere(layer.ring, lighten(layer.colour, 0.02), (x, y) => dithered(x, y, layer.depth > 0.9 ? 0.4 : 0.72))
      return
    case 'figure':
      sprite(grid, layer, light.skyLow)
  }
}

function sprite(grid: PixelGrid, figure: Figure, water: Colour): void {
  if (figure.afloat) {
    for (const { ring, closed, colour } of reflected(figure, 0.5))
      if (closed) grid.fillWhere(ring, mix(colour, water, 0.45), (_x, y) => y % 2 === 0)
  }
  if (figure.role === 'actor') {
    for (const { ring, closed } of figure.shapes) {
      for (const [dx, dy] of [
        [-1, 0],
        [1, 0],
        [0, -1],
        [0, 1],
      ] as const) {
        const moved = ring.map(([x, y]): Point => [x + dx, y + dy])
        if (closed) grid.fill(moved, '#231b2e')
        else grid.line(moved, '#231b2e')
      }
    }
  }
  for (const { ring, closed, colour, tone } of figure.shapes) {
    const vivid = saturate(colour, tone === 'glow' ? 1 : 1.2)
    if (closed) grid.fill(ring, vivid)
    else grid.line(ring, vivid)
  }
}

const heart = ['01010', '11111', '11111', '01110', '00100']
const coin = ['01110', '11211', '12221', '11211', '01110']

// The dark strips of an old game's screen: three hearts, three coins.
function panel(columns: number): string {
  const grid = pixelGrid(columns, top)
  for (let x = 0; x < columns; x += 1) {
    for (let y = 0; y < top; y += 1) grid.set(x, y, y === top - 1 ? '#3b3050' : '#17121f')
  }
  for (let item = 0; item < 3; item += 1) {
    icon(grid, heart, 2 + item * 6, ['#17121f', '#ef3b52', '#ef3b52'])
    icon(grid, coin, grid.columns - 7 - item * 6, ['#17121f', '#f6b93b', '#fff0a8'])
  }
  return grid.paths()
}

function icon(grid: PixelGrid, dots: readonly string[], left: number, inks: readonly [Colour, Colour, Colour]): void {
  for (const [row, line] of dots.entries())
    for (const [column, dot] of line.split('').entries())
      grid.set(left + column, 1 + row, inks[dot === '2' ? 2 : dot === '1' ? 1 : 0])
}

function falling(grid: PixelGrid, { rain, flakes, light }: Picture): void {
  const drop = mix('#dceeff', light.skyTop, 0.2)
  for (const [[x, y]] of rain.filter((_, at) => at % 4 === 0))
    for (let step = 0; step < 2; step += 1) grid.set(Math.floor(x - (step > 1 ? 1 : 0)), Math.floor(y + step), drop)
  for (const {
    at: [x, y],
    r,
  } of flakes.filter((_, index) => index % 2 === 0)) {
    grid.set(Math.floor(x), Math.floor(y), '#ffffff')
    if (r > grid.columns * 0.0068) grid.set(Math.floor(x) + 1, Math.floor(y), '#ffffff')
  }
}
