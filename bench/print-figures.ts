import { barInWords, inUnit, meetsBar } from './benchmark.ts'
import type { Measured } from './report.ts'

export function printFigures(
  name: string,
  { figures, fault, seconds }: Pick<Measured, 'figures' | 'fault' | 'seconds'>,
): void {
  console.log(`\n${name} (${seconds} s)`)
  if (fault !== undefined) console.error(`  FAULT ${fault}`)
  for (const figure of figures) {
    const mark = figure.bar === undefined ? '     ' : meetsBar(figure) ? 'meets' : 'MISSES'
    const bar = figure.bar === undefined ? '' : ` (bar ${barInWords(figure)})`
    const note = figure.note === undefined ? '' : `; ${figure.note}`
    console.log(`  ${mark.padEnd(6)} ${figure.what}: ${inUnit(figure.value, figure.unit)}${bar}${note}`)
  }
}
