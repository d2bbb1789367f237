import type { Memory } from './memory-watch.ts'
import type { Soaked } from './run-soak.ts'

/** Tables of what has to be 0 and of what happened. */
export function report({ zeroes, counts, memory }: Soaked): string {
  return [
    '| has to be 0 | |',
    '| --- | --- |',
    ...zeroes.map(({ what, count }) => `| ${what} | ${count} |`),
    '',
    '| resident memory of the server | |',
    '| --- | --- |',
    `| after 5 minutes | ${inWords(memory.afterFiveMinutes)} |`,
    `| at the end | ${inWords(memory.atEnd)} |`,
    `| at most | ${memory.peakMb === undefined ? 'not known' : `${memory.peakMb} MB`} |`,
    '',
    '| what happened | how often |',
    '| --- | --- |',
    ...[...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => `| ${what} | ${count} |`),
    ...zeroes
      .filter(({ count }) => count > 0)
      .flatMap(({ what, details }) => ['', `${what}:`, ...details.slice(0, 20).map((detail) => `  ${detail}`)]),
  ].join('\n')
}

const inWords = (look: Memory['atEnd']) =>
  look === undefined ? 'not looked at' : `${look.megabytes} MB, up for ${look.upSeconds} s`
