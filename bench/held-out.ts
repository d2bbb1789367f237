import { readFileSync } from 'node:fs'
import { breachOf } from '../backend/safety/refuse-blocked.ts'
import type { Benchmark, Figure } from './benchmark.ts'

export const heldOut: Benchmark = {
  name: 'held-out',
  how:
    'the prompts of `backend/safety/held-out/`, written by somebody who had not seen the rules, after they were frozen ' +
    '([decision 6](docs/decisions/006-prompts-are-checked-by-rules-of-our-own.md)); no rule is changed for what they show',
  minutes: 1,
  async run() {
    const benign = linesOf('benign')
    const refused = benign.filter(({ prompt }) => breachOf(prompt) !== undefined)
    return [
      {
        what: `${benign.length} prompts that are to pass: refused`,
        value: (100 * refused.length) / benign.length,
        unit: '%',
        bar: { atMost: 1 },
        note: `${refused.length}: ${byClass(refused, benign)}`,
      },
      missed('clearly', 'blocked-clear'),
      missed('in disguise', 'blocked-evaded'),
    ]
  },
}

type Labelled = { name: string; prompt: string }

const linesOf = (name: string): Labelled[] =>
  readFileSync(`backend/safety/held-out/${name}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [label = '', ...prompt] = line.split(': ')
      return { name: label, prompt: prompt.join(': ') }
    })

function missed(how: string, name: string): Figure {
  const prompts = linesOf(name)
  const misses = prompts.filter(({ prompt }) => breachOf(prompt) === undefined)
  const what = `${prompts.length} prompts that ask ${how} for what is to be blocked: missed`
  return { what, value: (100 * misses.length) / prompts.length, unit: '%', note: byClass(misses, prompts) }
}

/** `gore 2 of 22, hate 3 of 22`. */
function byClass(some: readonly Labelled[], all: readonly Labelled[]): string {
  const count = Map.groupBy(some, ({ name }) => name)
  return Array.from(
    Map.groupBy(all, ({ name }) => name),
    ([name, of]) => {
      return `${name} ${count.get(name)?.length ?? 0} of ${of.length}`
    },
  ).join(', ')
}
