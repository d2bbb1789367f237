export type Colour = `#${string}`

type Lab = readonly [lightness: number, a: number, b: number]

// Mixing happens in OKLab: a straight line in sRGB between, say, orange and blue runs through a dead grey.
export function mix(from: Colour, to: Colour, share: number): Colour {
  const [l1, a1, b1] = toLab(from)
  const [l2, a2, b2] = toLab(to)
  return fromLab([l1 + (l2 - l1) * share, a1 + (a2 - a1) * share, b1 + (b2 - b1) * share])
}

export function lightness(colour: Colour): number {
  return toLab(colour)[0]
}

export function withLightness(colour: Colour, value: number): Colour {
  const [, a, b] = toLab(colour)
  return fromLab([clamp(value), a, b])
}

export function lighten(colour: Colour, by: number): Colour {
  return withLightness(colour, lightness(colour) + by)
}

export function saturate(colour: Colour, factor: number): Colour {
  const [l, a, b] = toLab(colour)
  return fromLab([l, a * factor, b * factor])
}

export function chroma(colour: Colour): number {
  const [, a, b] = toLab(colour)
  return Math.hypot(a, b)
}

export function channels(colour: Colour): [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function toLab(colour: Colour): Lab {
  const [red, green, blue] = channels(colour)
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromLab([lightnessValue, a, b]: Lab): Colour {
  const l = (lightnessValue + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightnessValue - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightnessValue - 0.0894841775 * a - 1.291485548 * b) ** 3
  return `#${[
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
    .map(hexByte)
    .join('')}`
}

function linear(byte: number): number {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

function hexByte(value: number): string {
  const bounded = clamp(value)
  const coded = bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * bounded ** (1 / 2.4) - 0.055
  return Math.round(coded * 255)
    .toString(16)
    .padStart(2, '0')
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
