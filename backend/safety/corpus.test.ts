import { expect, test } from 'vitest'
import { prompts as randomPrompts } from '../../frontend/generate/random-prompts.ts'
import { enhancePrompt } from '../providers/enhancer/enhance-prompt.ts'
import { breachOf } from './refuse-blocked.ts'
import { benign, blocked } from './test-corpus.ts'
import { disguises } from './test-disguises.ts'

type Labelled = { name: string; prompt: string }

/** Prints how many of each class were missed, and answers with those that were. */
function missed(title: string, prompts: readonly Labelled[], disguise = (text: string) => text): Labelled[] {
  const found = Map.groupBy(prompts, ({ name }) => name)
  const misses = prompts.filter(({ prompt }) => breachOf(disguise(prompt)) === undefined)
  const of = Map.groupBy(misses, ({ name }) => name)
  const cells = Array.from(found, ([name, all]) => `${name} ${of.get(name)?.length ?? 0}/${all.length}`)
  console.log(`${title}: ${misses.length} of ${prompts.length} missed (${cells.join(', ')})`)
  return misses
}

test('of more than 2,600 prompts as people write them, none is blocked', () => {
  const faults = Array.from(benign).flatMap(([name, prompts]) => {
    const wrong = prompts.filter((prompt) => breachOf(prompt) !== undefined)
    console.log(`${name}: ${wrong.length} of ${prompts.length} blocked`)
    return wrong
  })
  expect(faults).toEqual([])
  const all = [...benign.values()].flat()
  expect(new Set(all).size).toBe(all.length)
  expect(all.length).toBeGreaterThan(2600)
})

test('every prompt that says clearly what must be blocked is blocked', () => {
  expect(missed('clear', blocked('clear'))).toEqual([])
})

test('of those that hide it by hand, no more than three are missed', () => {
  expect(missed('evaded', blocked('evaded')).length).toBeLessThanOrEqual(3)
  expect(blocked('clear').length + blocked('evaded').length).toBeGreaterThan(1000)
})

// What is left to each disguise, of some 640 prompts: digits that stand alone for a word, stretched words of two letters.
const budgets: Record<string, number> = {
  'digits for letters': 41,
  'signs for letters': 17,
  'vowels stretched': 8,
  'a vowel behind an asterisk': 1,
}

test.each(Object.entries(disguises))('the clear ones are found again in disguise: %s', (name, disguise) => {
  const inAscii = blocked('clear').filter(({ prompt }) => /^[ -~]+$/u.test(prompt))
  expect(inAscii.length).toBeGreaterThan(600)
  expect(missed(name, inAscii, disguise).length).toBeLessThanOrEqual(budgets[name] ?? 0)
})

test('what cannot be seen does not help in other scripts either', () => {
  const others = blocked('clear').filter(({ prompt }) => !/^[ -~]+$/u.test(prompt))
  expect(missed('nothing to see, other scripts', others, disguises['nothing to see between letters'])).toEqual([])
})

test('nothing that the product itself proposes is blocked, nor what its enhancer makes of it', () => {
  const proposed = [...randomPrompts, ...(benign.get('everyday') ?? [])]
  const rewritten = proposed.flatMap((prompt) => Object.values(enhancePrompt(prompt)))
  expect([...randomPrompts, ...rewritten].filter((prompt) => breachOf(prompt) !== undefined)).toEqual([])
})
