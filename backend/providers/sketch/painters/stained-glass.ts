import { lighten, lightness, mix, saturate, withLightness } from '../colour.ts'
import type { Colour } from '../colour.ts'
import { compose } from '../compose/compose.ts'
import type { Canvas } from '../compose/compose.ts'
import type { Figure, Layer, Picture, Shape } from '../compose/picture.ts'
import { reflected } from '../compose/place-figure.ts'
import { clip } from '../geometry/clip.ts'
import { boxOf, centreOf } from '../geometry/point.ts'
import type { Point, Ring } from '../geometry/point.ts'
import { voronoi } from '../geometry/voronoi.ts'
import { randomFrom } from '../random.ts'
import type { Random } from '../random.ts'
import type { Scene } from '../scene.ts'
import { circle, glowGradient, group, polygon, polyline, rect, tag } from '../svg.ts'

const lead = '#15111a'

export function paintStainedGlass(scene: Scene, { width, height, seed }: Canvas): string {
  const margin = Math.min(width, height) * 0.075
  const picture = compose(scene, { width: width - margin * 2, height: height - margin * 2, seed }, 'stained-glass')
  const random = randomFrom(scene.key, seed, 'glass')
  const panes = cells(picture, random)
  const window = arch(margin, width, height)
  const dash = picture.unit * 0.062
  return [
    glowGradient('light', [
      [0, '#fff8e0', 0.34],
      [0.55, '#fff8e0', 0.06],
      [1, '#000000', 0.3],
    ]),
    tag('clipPath', { id: 'window' }, tag('path', { d: window })),
    rect(0, 0, width, height, { fill: '#1d1822' }),
    stones(width, height, random),
    group(
      { 'clip-path': 'url(#window)' },
      group(
        { transform: `translate(${String(margin)} ${String(margin)})`, 'stroke-linejoin': 'round' },
        heaven(picture, panes, random),
        ...picture.layers.map((layer) => glass(layer, picture, panes, random)),
        falling(picture),
      ),
      rect(0, 0, width, height, { fill: 'url(#light)' }),
    ),
    tag('path', { d: window, fill: 'none', stroke: lead, 'stroke-width': picture.unit * 0.062 }),
    tag('path', {
      d: window,
      fill: 'none',
      stroke: bright(mix(picture.light.glow, '#e8a830', 0.4)),
      'stroke-width': picture.unit * 0.03,
      'stroke-dasharray': `${String(dash)} ${String(dash * 0.28)}`,
    }),
  ].join('')
}

function bright(colour: Colour): Colour {
  return withLightness(saturate(colour, 1.45), Math.max(0.42, Math.min(0.9, lightness(colour) + 0.06)))
}

function cells({ width, height, unit }: Picture, random: Random): Ring[] {
  const step = unit / 5.2
  const seeds: Point[] = []
  for (let y = -step * 0.2; y < height + step * 0.5; y += step) {
    for (let x = -step * 0.2; x < width + step * 0.5; x += step)
      seeds.push([x + random.between(-0.42, 0.42) * step, y + random.between(-0.42, 0.42) * step])
  }
  return voronoi(seeds, { left: -10, top: -10, right: width + 10, bottom: height + 10 })
}

// Each cell a slightly different melt of the same colour, leaded at its edges.
function leaded(
  ring: Ring,
  panes: readonly Ring[],
  width: number,
  tint: (centre: Point) => Colour,
  random: Random,
): string {
  const box = boxOf([ring])
  const melted = panes.flatMap((pane) => {
    const paneBox = boxOf([pane])
    if (paneBox.left > box.right || paneBox.right < box.left || paneBox.top > box.bottom || paneBox.bottom < box.top)
      return []
    const piece = clip(ring, pane)
    return piece.length > 2
      ? [polygon(piece, { fill: lighten(bright(tint(centreOf(piece))), random.between(-0.07, 0.07)) })]
      : []
  })
  return group({ stroke: lead, 'stroke-width': width }, ...melted)
}

function heaven(picture: Picture, panes: readonly Ring[], random: Random): string {
  const { width, height, horizon, light, orb, unit, clouds, stars } = picture
  const whole: Ring = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  const sky = (y: number) =>
    mix(light.skyTop, light.skyLow, Math.min(1, Math.max(0, y / Math.max(horizon, height * 0.6))))
  const sunburst = orb ? rays(orb.at, orb.r, unit, (reach) => mix(light.glow, sky(orb.at[1]), reach)) : ''
  return [
    leaded(whole, panes, unit * 0.0095, ([, y]) => sky(y), random),
    sunburst,
    ...stars
      .filter(({ r }) => r > unit * 0.0016)
      .map(({ at, r }) => circle(at, r * 3, { fill: '#fff3b8', stroke: lead, 'stroke-width': unit * 0.004 })),
    orb ? circle(orb.at, orb.r, { fill: bright(orb.colour), stroke: lead, 'stroke-width': unit * 0.014 }) : '',
    ...clouds.map((cloud) =>
      polygon(cloud, {
        fill: mix('#ffffff', bright(light.haze), light.dark ? 0.6 : 0.3),
        stroke: lead,
        'stroke-width': unit * 0.01,
      }),
    ),
  ].join('')
}

function rays([x, y]: Point, r: number, unit: number, tint: (reach: number) => Colour): string {
  const point = (step: number, reach: number): Point => [
    x + Math.cos((step * Math.PI) / 8) * reach,
    y + Math.sin((step * Math.PI) / 8) * reach,
  ]
  const rings = [2.9, 1.9].flatMap((grow, at) =>
    Array.from({ length: 16 }, (_, step) => {
      const reach = r * grow
      const ring = [
        point(step, r * 0.9),
        point(step, reach),
        point(step + 0.5, reach * 1.03),
        point(step + 1, reach),
        point(step + 1, r * 0.9),
      ]
      return polygon(ring, { fill: lighten(bright(tint(at === 0 ? 0.62 : 0.3)), step % 2 === 0 ? 0.03 : -0.03) })
    }),
  )
  return group({ stroke: lead, 'stroke-width': unit * 0.008 }, ...rings)
}

function glass(layer: Layer, picture: Picture, panes: readonly Ring[], random: Random): string {
  const { unit, light } = picture
  switch (layer.kind) {
    case 'ridge':
    case 'floor': {
      const tint =
        layer.kind === 'floor' && layer.surface === 'water'
          ? ([, y]: Point) => mix(light.skyLow, layer.colour, Math.min(1, 0.3 + (y - layer.top) / (unit * 0.5)))
          : () => layer.colour
      const edge = polygon(layer.ring, {
        fill: 'none',
        stroke: lead,
        'stroke-width': unit * (layer.kind === 'ridge' && layer.form === 'trees' ? 0.006 : 0.017),
      })
      return leaded(layer.ring, panes, unit * 0.0095, tint, random) + edge
    }
    case 'mist':
      return polygon(layer.ring, {
        fill: layer.colour,
        'fill-opacity': '0.62',
        stroke: lead,
        'stroke-width': unit * 0.008,
      })
    case 'figure':
      return pieces(layer, unit)
  }
}

function pieces(figure: Figure, unit: number): string {
  const size = Math.max(figure.box.right - figure.box.left, figure.box.bottom - figure.box.top)
  const heavy = Math.min(unit * 0.02, size * 0.05)
  const light = Math.min(unit * 0.0075, size * 0.024)
  const outline = figure.shapes
    .map(({ ring, closed, width }) =>
      closed
        ? polygon(ring, { 'stroke-width': heavy })
        : polyline(ring, { 'stroke-width': Math.min(heavy, width * 1.2) + width }),
    )
    .join('')
  const fill = ({ ring, closed, colour, width, tone }: Shape) => {
    const glassy = tone === 'dark' || tone === 'line' ? mix(colour, '#2c2438', 0.5) : bright(colour)
    return closed
      ? polygon(ring, {
          fill: glassy,
          stroke: lead,
          'stroke-width': tone === 'dark' || tone === 'glow' ? light * 0.7 : light,
        })
      : polyline(ring, { stroke: glassy, 'stroke-width': width * 0.7 })
  }
  const mirror = figure.afloat ? group({ opacity: '0.45' }, ...reflected(figure, 0.55).map(fill)) : ''
  return `${mirror}${group({ fill: figure.role === 'actor' ? lead : 'none', stroke: lead }, outline)}${figure.shapes.map(fill).join('')}`
}

function falling({ rain, flakes, unit }: Picture): string {
  return [
    ...rain
      .filter((_, at) => at % 2 === 0)
      .map(
        ([from, to]) =>
          polyline([from, to], { stroke: lead, 'stroke-width': unit * 0.011, 'stroke-linecap': 'round' }) +
          polyline([from, to], { stroke: '#cfeaff', 'stroke-width': unit * 0.005, 'stroke-linecap': 'round' }),
      ),
    ...flakes
      .filter((_, at) => at % 2 === 0)
      .map(({ at, r }) => circle(at, r * 1.7, { fill: '#ffffff', stroke: lead, 'stroke-width': unit * 0.004 })),
  ].join('')
}

function arch(margin: number, width: number, height: number): string {
  const rise = Math.min(width, height) * 0.4
  const middle = width / 2
  const [l, r, t, b] = [margin, width - margin, margin * 0.9, height - margin]
  return `M${String(l)} ${String(b)}L${String(l)} ${String(t + rise)}Q${String(l)} ${String(t + rise * 0.3)} ${String(middle)} ${String(t)}Q${String(r)} ${String(t + rise * 0.3)} ${String(r)} ${String(t + rise)}L${String(r)} ${String(b)}Z`
}

function stones(width: number, height: number, random: Random): string {
  const size = Math.min(width, height) / 9
  const blocks: string[] = []
  for (let row = 0; row * size * 0.6 < height; row += 1) {
    for (let x = row % 2 === 0 ? 0 : -size / 2; x < width; x += size) {
      blocks.push(
        rect(x + 2, row * size * 0.6 + 2, size - 4, size * 0.6 - 4, {
          fill: random.pick(['#2a2430', '#2e2834', '#26202b'] as const),
        }),
      )
    }
  }
  return blocks.join('')
}
