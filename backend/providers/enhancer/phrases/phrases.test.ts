import { expect, test } from 'vitest'
import { composition } from './composition.ts'
import { finish } from './finish.ts'
import { light } from './light.ts'
import { medium } from './medium.ts'
import { mood } from './mood.ts'
import { palette } from './palette.ts'
import { technique } from './technique.ts'
import { texture } from './texture.ts'

const pools = [composition, finish, light, medium, mood, palette, technique, texture].flatMap((aspect) =>
  Object.values(aspect).map((pool: Record<string, string>) => Object.entries(pool)),
)
const phrases = pools.flat()
const words = (text: string) => text.split(' ').length

test('every pool offers a choice', () => {
  for (const pool of pools) expect(pool.length).toBeGreaterThanOrEqual(2)
})

test('short forms are phrases and long forms clauses, both ready to be joined', () => {
  const wrong = phrases.filter(
    ([short, long]) =>
      words(short) > 9 ||
      words(long) < 5 ||
      words(long) > 18 ||
      ![short, long].every((text) => /^[\p{Ll}\d{][^.!?]*[\p{L}}]$/u.test(text)),
  )
  expect(wrong).toEqual([])
})

test('names nobody and nothing, and holds none of the words that mean nothing to a painter', () => {
  for (const text of phrases.flat()) {
    expect(text.replaceAll('3D', '')).not.toMatch(/\p{Lu}/u)
    expect(text).not.toMatch(
      /\b(?:[48]k|hd|uhd|masterpiece|trending|award|best quality|ultra|stunning|breathtaking|beautiful)\b/iu,
    )
  }
})
