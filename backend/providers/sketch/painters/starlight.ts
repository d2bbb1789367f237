import { lighten, lightness, saturate } from '../colour.ts'
import type { Colour } from '../colour.ts'

export const night: Colour = '#060b1f'

export function bright(colour: Colour): Colour {
  const lifted = saturate(colour, 1.15)
  return lightness(lifted) < 0.68 ? lighten(lifted, 0.68 - lightness(lifted)) : lifted
}
