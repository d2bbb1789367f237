import { randomFrom } from '../sketch/random.ts'
import { choosePhrases } from './choose-phrases.ts'
import { direct } from './direct.ts'
import { makeRoom } from './make-room.ts'
import { partsOf } from './parts-of.ts'
import { readPrompt } from './read-prompt.ts'
import { writeLong } from './write-long.ts'
import { writeShort } from './write-short.ts'

/**
 * Rewrites a prompt by rule, without a language model. Both versions begin with the prompt's own words and add, in
 * English, what it leaves open: medium, composition, light, palette, technique, texture, mood. `short` adds comma phrases,
 * `long` sentences. The same prompt and seed (any number; by default the prompt decides) give the same answer.
 * `prompt` is one that `Prompt` accepts, and so are both versions.
 */
export function enhancePrompt(prompt: string, seed?: number): { short: string; long: string } {
  const random = randomFrom(prompt, seed ?? 'prompt')
  const parts = makeRoom(partsOf(prompt))
  const direction = direct(readPrompt(prompt), random)
  const phrases = choosePhrases(prompt, direction, random)
  return { short: writeShort(parts, phrases, random), long: writeLong(parts, phrases, random) }
}
