import { readFileSync } from 'node:fs'
import { breachOf } from '../backend/safety/refuse-blocked.ts'
import type { Benchmark } from './benchmark.ts'
import { quantile } from './quantile.ts'

export const policy: Benchmark = {
  name: 'policy',
  how:
    'the prompts of `backend/safety/corpus/` checked one by one, then texts of 1,000 characters made of them, and of what was ' +
    'made to take long; the quickest of 40 checks of each text',
  minutes: 3,
  async run({ quick }) {
    const prompts = ['benign-everyday', 'benign-languages', 'blocked-clear', 'blocked-evaded'].flatMap(linesOf)
    const long = Array.from({ length: 300 }, (_, at) => filled(prompts.slice(at * 5), ', '))
    const hostile = ['n u d e ', 'na ked ', 'p*** ', 'xq ', 'n4k3d', '裸 ', 'corpse blood child woman '].map((text) =>
      filled([text], ''),
    )
    const rounds = quick ? 3 : 40
    const sets = [
      { what: `${prompts.length} prompts as people write them`, texts: prompts },
      { what: '1,000 characters of them', texts: long },
      { what: '1,000 hostile characters', texts: hostile },
    ]
    return sets.flatMap(({ what, texts }) => {
      const times = microsecondsOf(texts, rounds)
      return [
        { what: `${what}, p50`, value: quantile(times, 0.5), unit: 'µs' },
        { what: `${what}, p95`, value: quantile(times, 0.95), unit: 'µs', bar: { below: 1000 } },
      ]
    })
  },
}

const linesOf = (name: string): string[] =>
  readFileSync(`backend/safety/corpus/${name}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

function filled(texts: readonly string[], between: string): string {
  let text = texts.slice(0, 200).join(between)
  while (text.length < 1000) text += between + text
  return text.slice(0, 1000)
}

/** The quickest of some rounds for each text: what else the machine does is not the policy's. */
function microsecondsOf(texts: readonly string[], rounds: number): number[] {
  const best = texts.map(() => Infinity)
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, text] of texts.entries()) {
      const startedAt = performance.now()
      breachOf(text)
      best[at] = Math.min(best[at]!, (performance.now() - startedAt) * 1000)
    }
  }
  return best
}
