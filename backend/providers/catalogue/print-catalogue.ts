import { writeFileSync } from 'node:fs'
import { catalogue } from './catalogue.ts'
import { asLines, asPage } from './table.ts'
import { faultsOf } from './validate.ts'

// `npm run catalogue`; with `-- --write` it makes docs/models.md anew.
console.log(asLines(catalogue, Date.now()).join('\n'))
const faults = faultsOf(catalogue)
console.log(faults.length === 0 ? `\n${catalogue.length} models, no faults` : `\n${faults.join('\n')}`)
if (faults.length > 0) process.exitCode = 1
if (process.argv.includes('--write')) writeFileSync('docs/models.md', asPage(catalogue))
