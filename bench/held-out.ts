import { readFileSync } from 'node:fs'
import { breachOf } from '../backend/safety/refuse-blocked.ts'
import type { Benchmark, Figure } from './benchmark.ts'

export const heldOut: Benchmark = {
  name: 'held-out',
  how:
    'the prompts of `backend/safety/held-out/`, by two people who had not seen the rules, after they were frozen ' +
    '([decision 6](docs/decisions/006-prompts-are-checked-by-rules-of-our-own.md)); no rule is changed for what they show. The ' +
    'second wrote nothing about minors, and no class beside what is to pass',
  minutes: 1,
  async run() {
    return [
      refused('first'),
      missed('first', 'clearly', 'clear'),
      missed('first', 'in disguise', 'evaded'),
      refused('second'),
      missed('second', 'clearly (114) or in disguise (97)', 'mixed'),
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

function refused(set: string): Figure {
  const prompts = linesOf(`${set}-benign`)
  const wrong = prompts.filter(({ prompt }) => breachOf(prompt) !== undefined)
  const what = `${set} set, ${prompts.length} prompts that are to pass: refused`
  return { what, ...share(wrong, prompts), bar: { atMost: 1 } }
}

function missed(set: string, how: string, kind: string): Figure {
  const prompts = linesOf(`${set}-${kind}`)
  const misses = prompts.filter(({ prompt }) => breachOf(prompt) === undefined)
  const what = `${set} set, ${prompts.length} prompts that ask ${how} for what is to be blocked: missed`
  return { what, ...share(misses, prompts) }
}

/** In percent, and by class: `gore 2 of 22, hate 3 of 22`. */
function share(some: readonly Labelled[], all: readonly Labelled[]): Pick<Figure, 'value' | 'unit' | 'note'> {
  const count = Map.groupBy(some, ({ name }) => name)
  const classes = Array.from(
    Map.groupBy(all, ({ name }) => name),
    ([name, of]) => {
      return `${name} ${count.get(name)?.length ?? 0} of ${of.length}`
    },
  )
  return { value: (100 * some.length) / all.length, unit: '%', note: classes.join(', ') }
}
