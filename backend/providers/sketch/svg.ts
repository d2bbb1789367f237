import type { Point, Ring } from './geometry/point.ts'

export type Attributes = Record<string, string | number | undefined>

export function tag(name: string, attributes: Attributes, inner = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : (value ?? '')}"`)
    .join('')
  return inner ? `<${name}${written}>${inner}</${name}>` : `<${name}${written}/>`
}

export function polygon(ring: Ring, attributes: Attributes): string {
  return tag('path', { d: `${lineData(ring)}Z`, ...attributes })
}

export function polyline(points: Ring, attributes: Attributes): string {
  return tag('path', { d: lineData(points), fill: 'none', ...attributes })
}

export function circle([cx, cy]: Point, r: number, attributes: Attributes): string {
  return tag('circle', { cx, cy, r, ...attributes })
}

export function rect(x: number, y: number, width: number, height: number, attributes: Attributes): string {
  return tag('rect', { x, y, width, height, ...attributes })
}

export function group(attributes: Attributes, ...inner: string[]): string {
  const content = inner.join('')
  return content ? tag('g', attributes, content) : ''
}

export function lineData(points: Ring): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('')
}

export function gradient(
  id: string,
  stops: readonly (readonly [offset: number, colour: string, opacity?: number])[],
): string {
  return tag('linearGradient', { id, x1: 0, y1: 0, x2: 0, y2: 1 }, stopTags(stops))
}

export function glowGradient(
  id: string,
  stops: readonly (readonly [offset: number, colour: string, opacity?: number])[],
): string {
  return tag('radialGradient', { id }, stopTags(stops))
}

export function short(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 10) / 10) : '0'
}

function stopTags(stops: readonly (readonly [offset: number, colour: string, opacity?: number])[]): string {
  return stops
    .map(([offset, colour, opacity]) =>
      tag('stop', {
        offset: String(offset),
        'stop-color': colour,
        'stop-opacity': opacity === undefined ? undefined : String(opacity),
      }),
    )
    .join('')
}
