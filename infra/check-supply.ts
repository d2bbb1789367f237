import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { auditResult } from './audit.ts'
import { licenceFaults } from './licences.ts'

// Licences and known holes of what is shipped.
const Lock = z.object({
  packages: z.record(z.string(), z.object({ license: z.string().optional(), dev: z.boolean().optional() })),
})
const faults = licenceFaults(Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8'))).packages)
for (const fault of faults) console.error(`${fault} If that can be agreed to, infra/licences.ts says why.`)

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  timeout: 20_000,
  stdio: ['ignore', 'pipe', 'ignore'],
})
const { line, failed } = auditResult(stdout)
console.log(line)
process.exitCode = faults.length > 0 || failed ? 1 : 0
