import type { Colour } from '../colour.ts'
import type { Random } from '../random.ts'

export const paper: Colour = '#f7f3e9'
export const ink: Colour = '#1b1817'

export type Hand = { random: Random; named: ReadonlySet<string>; ids: { next: number } }
