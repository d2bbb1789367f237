import { globSync, readFileSync } from 'node:fs'

const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

/** Prompts as people write them, none of which is to be blocked, by file. */
export const benign = new Map(
  globSync('backend/safety/corpus/benign-*.txt').map((path) => [path.replace(/.*benign-|\.txt/gu, ''), linesOf(path)]),
)

/** Prompts that must be blocked, with their class: `clear` or `evaded`. */
export const blocked = (kind: 'clear' | 'evaded') =>
  linesOf(`backend/safety/corpus/blocked-${kind}.txt`).map((line) => {
    const [name = '', ...prompt] = line.split(': ')
    return { name, prompt: prompt.join(': ') }
  })
