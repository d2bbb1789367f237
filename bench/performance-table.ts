import { readFileSync, writeFileSync } from 'node:fs'
import { barInWords, type Benchmark, inUnit, meetsBar } from './benchmark.ts'
import type { Report } from './report.ts'

const document = 'PERFORMANCE.md'
const [begin, end] = ['<!-- figures: npm run bench -- --write -->', '<!-- /figures -->']

/** Puts the figures into PERFORMANCE.md. Throws when one is missing, faulty or of a shortened run. */
export function writeTable(benchmarks: readonly Benchmark[], report: Report): void {
  const text = readFileSync(document, 'utf8')
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`${document} has no place for the figures`)
  const tables = benchmarks.flatMap((benchmark) => table(benchmark, report))
  const lines = ['', ...measuredOn(report), ...tables, '', '']
  writeFileSync(document, `${before}${begin}${lines.join('\n')}${end}${after}`)
}

function table({ name, how }: Benchmark, report: Report): string[] {
  const measured = report[name]
  if (measured === undefined) throw new Error(`${name} was not measured yet: npm run bench -- --only ${name}`)
  if (measured.quick) throw new Error(`${name} was only run with --quick, which shows that it works and no more`)
  if (measured.fault !== undefined) throw new Error(`${name} ended with a fault: ${measured.fault.split('\n')[0]}`)
  const rows = measured.figures.map((figure) => {
    const value = inUnit(figure.value, figure.unit)
    const shown = figure.bar === undefined ? value : `**${value}**${meetsBar(figure) ? '' : ', missed'}`
    const note = figure.note === undefined ? '' : `; ${figure.note}`
    return `| ${figure.what} | ${barInWords(figure)} | ${shown}${note} |`
  })
  return ['', `**${name}**: ${how}.`, '', '| what | bar | figure |', '| --- | --- | --- |', ...rows]
}

function measuredOn(report: Report): string[] {
  const all = Object.values(report)
  const days = all.map(({ measuredAt }) => measuredAt.slice(0, 10)).toSorted()
  const span = [...new Set([days[0], days.at(-1)])].join(' to ')
  const commits = [...new Set(all.map(({ commit }) => `\`${commit}\``))].join(', ')
  return [...new Set(all.map(({ machine }) => machine))].map((one) => `Measured ${span} at ${commits} on ${one}.`)
}
